package org.guantong.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Group;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;

/**
 * The stage of a toy process: somebody of an institution plans, then one person buys
 * while another inspects in confidence, then the system delivers.
 */
public class ErrandSteps implements ProcessSteps {

	private static final BiConsumer<Long, String> NOTHING = (errand, step) -> {
	};

	private final Map<Long, Errand> errands = new ConcurrentHashMap<>();

	private final Set<Long> closedRoads = ConcurrentHashMap.newKeySet();

	private final JdbcClient jdbc;

	private volatile BiConsumer<Long, String> during = NOTHING;

	ErrandSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param institution whose people plan
	 * @param due when the plan is due, null for never
	 */
	record Errand(long institution, long runner, long inspector, Instant due) {
	}

	@Override
	public String process() {
		return "errand";
	}

	@Override
	public void define(StepCatalogue steps) {
		steps.step("plan").prefill((task) -> Map.of("thing", "一箱茶叶")).check((task, form) -> {
			if (form.text("route").contains("河")) {
				throw InvalidInput.of("route", "form.required");
			}
		}).decide((task, form) -> {
			effect(task.id("errandId"), "plan");
			return Map.of("urgent", form.ticked("urgent"));
		});
		steps.step("buy").onComplete((task, form) -> effect(task.id("errandId"), "buy"));
		steps.step("inspect").confidential().onComplete((task, form) -> effect(task.id("errandId"), "inspect"));
	}

	public String planners(long errandId) {
		return Group.of(Role.HOST, errands.get(errandId).institution()).code();
	}

	public Date due(long errandId) {
		Instant due = errands.get(errandId).due();
		return due == null ? null : Date.from(due);
	}

	public String runner(long errandId) {
		return Long.toString(errands.get(errandId).runner());
	}

	public String inspector(long errandId) {
		return Long.toString(errands.get(errandId).inspector());
	}

	public void deliver(long errandId) {
		if (closedRoads.contains(errandId)) {
			throw new IllegalStateException("the road is closed");
		}
		effect(errandId, "deliver");
	}

	void give(long errandId, Errand errand) {
		errands.put(errandId, errand);
	}

	void closeRoad(long errandId) {
		closedRoads.add(errandId);
	}

	void openRoad(long errandId) {
		closedRoads.remove(errandId);
	}

	/** Runs in the middle of every completion, given the errand and the step. */
	void during(BiConsumer<Long, String> action) {
		during = action;
	}

	void leaveInPeace() {
		during = NOTHING;
	}

	/** What was done for an errand and stands, in order. */
	List<String> effects(long errandId) {
		return jdbc.sql("select what from errand_effect where errand_id = ? order by id")
			.param(errandId)
			.query(String.class)
			.list();
	}

	private void effect(long errandId, String what) {
		jdbc.sql("insert into errand_effect (errand_id, what) values (?, ?)").params(errandId, what).update();
		during.accept(errandId, what);
	}

}
