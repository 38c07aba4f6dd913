package org.guantong.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Kind;
import org.guantong.shared.Subject;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;
import org.guantong.workflow.ErrandSteps.Errand;

/**
 * An errand given to two planners of one institution, a runner and an inspector of
 * others.
 */
@GuantongTest
abstract class ErrandTest {

	static final Map<String, Object> PLAN = Map.of("route", "过桥直走", "urgent", false);

	@Autowired
	ErrandSteps errands;

	@Autowired
	Processes processes;

	@Autowired
	Tasks tasks;

	@Autowired
	Inbox inbox;

	@Autowired
	Cases cases;

	@Autowired
	Given given;

	@Autowired
	Engine engine;

	@Autowired
	TestClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	Person planner;

	Person otherPlanner;

	Person runner;

	Person inspector;

	Person stranger;

	long errand;

	Subject subject;

	@BeforeEach
	void meetPeople() {
		long institution = given.organisation("HOST", "大学");
		planner = given.person("计划甲", institution, Role.HOST);
		otherPlanner = given.person("计划乙", institution, Role.HOST);
		long elsewhere = given.organisation("HOST", "研究所");
		runner = given.person("采购丙", elsewhere, Role.PI);
		inspector = given.person("检查丁", elsewhere, Role.EXPERT);
		stranger = given.person("路人戊", given.organisation("HOST", "学院"), Role.HOST);
		errand = given.number();
		subject = Subject.of(Kind.DEMAND, errand, "E" + errand, "买一箱茶叶" + errand);
	}

	@AfterEach
	void leaveInPeace() {
		errands.leaveInPeace();
		clock.reset();
	}

	/** Gives the errand; answers its case. */
	long start() {
		return start(null);
	}

	long start(Instant due) {
		errands.give(errand, new Errand(planner.organisationId(), runner.id(), inspector.id(), due));
		return transaction.execute((status) -> processes.start("ErrandGiven", subject, Map.of("errandId", errand)));
	}

	/** Gives the errand and plans it, so that runner and inspector have their tasks. */
	long startPlanned() {
		long found = start();
		tasks.complete(planner, task("plan").id(), PLAN);
		return found;
	}

	/** The only task of that step, open or not, whoever it waits for. */
	InboxItem task(String step) {
		String id = jdbc.sql("select id from inbox_task where subject_id = ? and step = ?")
			.params(errand, step)
			.query(String.class)
			.single();
		return inbox.byId(id).orElseThrow();
	}

	/** The steps of this errand that the person finds in the inbox. */
	List<String> inboxOf(Person person) {
		return inbox.list(person, InboxFilter.ALL, 0, 100)
			.stream()
			.filter((item) -> item.subject().id() == errand)
			.map(InboxItem::step)
			.toList();
	}

	long rowsOf(String sql) {
		return jdbc.sql(sql).param(errand).query(Long.class).single();
	}

	/** Keys of the mails this person was sent, in order. */
	List<String> mailsTo(Person person) {
		return jdbc.sql("select key from mail_outbox where recipient_id = ? order by id")
			.param(person.id())
			.query(String.class)
			.list();
	}

	/** What the audit record says about this errand, in order. */
	List<String> audited() {
		return jdbc
			.sql("select action || ' ' || detail from audit_entry where kind = 'demand' and subject_id = ? "
					+ "order by id")
			.param(errand)
			.query(String.class)
			.list();
	}

	/** Does all of it at the same moment; answers what each threw, null for nothing. */
	static List<Throwable> atOnce(List<? extends Callable<?>> deeds) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
		CyclicBarrier start = new CyclicBarrier(deeds.size());
		try {
			List<Future<Throwable>> outcomes = new ArrayList<>();
			for (Callable<?> deed : deeds) {
				outcomes.add(threads.submit(() -> {
					start.await(10, TimeUnit.SECONDS);
					return thrownBy(deed);
				}));
			}
			List<Throwable> thrown = new ArrayList<>();
			for (Future<Throwable> outcome : outcomes) {
				thrown.add(outcome.get(60, TimeUnit.SECONDS));
			}
			return thrown;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Throwable thrownBy(Callable<?> deed) {
		try {
			deed.call();
			return null;
		}
		catch (Exception ex) {
			return ex;
		}
	}

}
