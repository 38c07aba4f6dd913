package org.guantong.demand;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.fund.Round;
import org.guantong.fund.RoundService;
import org.guantong.fund.RoundSettings;
import org.guantong.fund.Rounds;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Subject;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/** Two co-funders, an officer, and a round they take part in. */
@GuantongTest
public abstract class NeedsTest {

	@Autowired
	protected Given given;

	@Autowired
	protected Tasks tasks;

	@Autowired
	protected Inbox inbox;

	@Autowired
	protected Engine engine;

	@Autowired
	protected TestClock clock;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected Rounds rounds;

	@Autowired
	protected RoundService roundService;

	@Autowired
	protected DemandService demandService;

	@Autowired
	protected DemandCheckService checkService;

	@Autowired
	protected Demands demands;

	protected Person officer;

	protected Person contact;

	protected Person leader;

	protected Person otherContact;

	protected Person otherLeader;

	protected Round round;

	@BeforeEach
	void twoCoFunders() {
		TestingAuthenticationToken somebody = new TestingAuthenticationToken("somebody", "");
		somebody.setAuthenticated(true);
		SecurityContextHolder.getContext().setAuthentication(somebody);
		officer = given.officer();
		long liaoning = given.organisation("CO_FUNDER", "辽宁省科学技术厅");
		jdbc.sql("update organisation set region = '辽宁' where id = ?").param(liaoning).update();
		long enterprise = given.organisation("CO_FUNDER", "某石油集团");
		contact = given.person("刘联系", liaoning, Role.CO_FUNDER_CONTACT);
		leader = given.person("陈厅长", liaoning, Role.CO_FUNDER_LEADER);
		otherContact = given.person("马联系", enterprise, Role.CO_FUNDER_CONTACT);
		otherLeader = given.person("牛总", enterprise, Role.CO_FUNDER_LEADER);
		round = rounds.require(given.round(given.fund(liaoning, enterprise)));
	}

	@AfterEach
	void backToNow() {
		clock.reset();
		SecurityContextHolder.clearContext();
	}

	protected void open() {
		round = roundService.open(officer, round.id());
	}

	protected Demand demand(Person by, String title) {
		return demand(by, "MAT", title);
	}

	protected Demand demand(Person by, String field, String title) {
		return demandService.add(by, round.id(), content(field, title),
				List.of(new DemandIndicator("疲劳寿命", "1×10⁶", "1×10⁷", "次")));
	}

	protected DemandContent content(String field, String title) {
		return new DemandContent(given.field(field), title, "沈阳某机床厂", null, "辽宁", "高端装备", "背景", "差距", "难题", "", "E0303",
				36, new BigDecimal("300"), DemandContent.Cooperation.JOINT, DemandContent.IpOwnership.SHARED, "车间",
				DemandContent.Urgency.SOON, "王工", "024-12345678", true);
	}

	protected Demand.State stateOf(Demand demand) {
		return demands.require(demand.id()).state();
	}

	protected void settings(java.util.function.UnaryOperator<RoundSettings> change) {
		Round now = rounds.require(round.id());
		round = roundService.change(officer, round.id(), now.version(), change.apply(RoundSettings.of(now)));
	}

	protected InboxItem task(Person person, String step, Subject about) {
		return all(person).stream()
			.filter((item) -> item.step().equals(step) && item.subject().ref().equals(about.ref()))
			.findFirst()
			.orElseThrow(() -> new AssertionError(person.name() + " has no task " + step + " but " + all(person)));
	}

	protected boolean hasTask(Person person, String step) {
		return all(person).stream().anyMatch((item) -> item.step().equals(step) && isOurs(item));
	}

	protected void complete(Person person, String step, Map<String, Object> answers) {
		tasks.complete(person, task(person, step, round.subject()).id(), answers);
		engine.settle();
	}

	protected void submit(Person by) {
		complete(by, "submitDemands", Map.of("notClassified", true, "remark", "请审签"));
	}

	protected void sign(Person by) {
		complete(by, "signOff", Map.of("decision", "approve"));
	}

	/** The officer's verdicts in the order of the demands' codes, confirmed. */
	protected void judge(String... verdicts) {
		give(verdicts);
		complete(officer, "checkForm", Map.of("confirmed", true));
	}

	/**
	 * The officer's verdicts on the demands of the co-funder whose turn it is, in the
	 * order of their codes, not confirmed yet.
	 */
	protected void give(String... verdicts) {
		long coFunder = jdbc.sql("select co_funder_id from demand_collection where round_id = ? and state = 'CHECKING'")
			.param(round.id())
			.query(Long.class)
			.list()
			.get(0);
		List<DemandVerdicts.Row> rows = checkService
			.find(officer, round.id(), coFunder, DemandVerdicts.Filter.any(), 0, 100)
			.items();
		for (int i = 0; i < verdicts.length; i++) {
			String[] parts = verdicts[i].split(":");
			checkService.give(officer, round.id(), coFunder,
					new DemandCheckService.Selection(Set.of(rows.get(i).id()), false, DemandVerdicts.Filter.any()),
					DemandCollecting.Verdict.valueOf(parts[0]), parts.length > 1 ? parts[1] : "");
		}
	}

	protected long mails(Person person, String key) {
		return jdbc.sql("select count(*) from mail_outbox where recipient_id = ? and key = ?")
			.params(person.id(), key)
			.query(Long.class)
			.single();
	}

	protected void passDays(int days) {
		clock.pass(Duration.ofDays(days));
		engine.settle();
	}

	private boolean isOurs(InboxItem item) {
		return item.subject().ref().equals(round.subject().ref());
	}

	private List<InboxItem> all(Person person) {
		return inbox.list(person, InboxFilter.ALL, 0, 500);
	}

}
