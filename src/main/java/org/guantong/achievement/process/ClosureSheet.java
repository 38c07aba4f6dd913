package org.guantong.achievement.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.achievement.Achievement;
import org.guantong.achievement.Achievements;
import org.guantong.achievement.Closure;
import org.guantong.identity.Organisations;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Project;
import org.guantong.project.Projects;

/** What the forms of a closure are prefilled with, in the reader's language. */
@Component
class ClosureSheet {

	/** Budget lines in force (domain, section 4). */
	private static final List<String> LINES = List.of("设备费", "业务费", "劳务费", "合作研究转拨", "间接费用", "其他来源");

	private final Projects projects;

	private final Achievements achievements;

	private final People people;

	private final Organisations organisations;

	private final JdbcClient jdbc;

	private final MessageSource messages;

	ClosureSheet(Projects projects, Achievements achievements, People people, Organisations organisations,
			JdbcClient jdbc, MessageSource messages) {
		this.projects = projects;
		this.achievements = achievements;
		this.people = people;
		this.organisations = organisations;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/** What the PI typed last time, and why it came back. */
	Map<String, Object> report(Closure closure) {
		Map<String, Object> data = head(closure);
		data.put("returnReasons", closure.returnReasons());
		data.put("accounts", accounts(closure.id()));
		if (closure.attempt() > 0) {
			data.put("summary", closure.summary());
			data.put("indicators", indicators(closure.id()));
			data.put("achievements",
					achievements.findByClosureIdOrderById(closure.id())
						.stream()
						.map(ClosureSheet::achievementRow)
						.toList());
		}
		return data;
	}

	/** The report to be read. */
	Map<String, Object> material(Closure closure) {
		Map<String, Object> data = head(closure);
		data.put("summary", closure.summary());
		data.put("hostOpinion", closure.hostOpinion());
		data.put("indicators", indicators(closure.id()).stream().map((row) -> named(row, "met")).toList());
		data.put("accounts", accounts(closure.id()));
		data.put("achievements",
				achievements.findByClosureIdOrderById(closure.id())
					.stream()
					.map(ClosureSheet::achievementRow)
					.map((row) -> named(row, "form", "nature", "stage", "intention", "potentialValue"))
					.toList());
		return data;
	}

	/**
	 * The report with those who may be asked about it: no expert of the PI's own host.
	 */
	Map<String, Object> withCandidates(Closure closure) {
		Project project = projects.require(closure.projectId());
		Map<String, Object> data = material(closure);
		data.put("candidates",
				people.withRole(Role.EXPERT)
					.stream()
					.filter((expert) -> expert.organisationId() != project.hostId() && expert.id() != project.piId())
					.map(ClosureSheet::option)
					.toList());
		return data;
	}

	/** The report with what the experts say of it. */
	Map<String, Object> withReviews(Closure closure) {
		List<Map<String, Object>> reviews = jdbc.sql("""
				select a.name as expert, r.conclusion, r.comments
				from closure_review r join account a on a.id = r.expert_id
				where r.closure_id = ? and r.attempt = ? order by r.submitted_at nulls last, a.name
				""").params(closure.id(), closure.attempt()).query().listOfRows();
		Map<String, Object> data = material(closure);
		data.put("asked", reviews.size());
		data.put("answered", reviews.stream().filter((row) -> row.get("conclusion") != null).count());
		data.put("passed", count(reviews, "PASS"));
		data.put("rectify", count(reviews, "RECTIFY"));
		data.put("failed", count(reviews, "FAIL"));
		data.put("reviews", reviews.stream().map((row) -> named(row, "conclusion")).toList());
		return data;
	}

	private Map<String, Object> head(Closure closure) {
		Project project = projects.require(closure.projectId());
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("projectCode", project.code());
		data.put("projectTitle", project.title());
		data.put("piName", people.require(project.piId()).name());
		data.put("hostName", organisations.require(project.hostId()).name());
		data.put("term", project.startsOn() + " – " + project.endsOn());
		return data;
	}

	private List<Map<String, Object>> indicators(long closure) {
		return jdbc
			.sql("select name, target, achieved, met from closure_indicator where closure_id = ? order by position")
			.param(closure)
			.query()
			.listOfRows();
	}

	private List<Map<String, Object>> accounts(long closure) {
		List<Map<String, Object>> rows = jdbc
			.sql("select line, budget, spent from closure_account where closure_id = ? order by position")
			.param(closure)
			.query()
			.listOfRows();
		if (!rows.isEmpty()) {
			return rows;
		}
		List<Map<String, Object>> blank = new ArrayList<>();
		LINES.forEach((line) -> blank.add(Map.of("line", line)));
		return blank;
	}

	private static Map<String, Object> achievementRow(Achievement one) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("title", one.title());
		row.put("keywords", one.keywords());
		row.put("form", one.form().name());
		row.put("nature", one.nature().name());
		row.put("originality", one.originality().name());
		row.put("stage", one.stage().name());
		row.put("trl", Integer.toString(one.trl()));
		row.put("intention", one.intention().name());
		row.put("mode", (one.preferredMode() != null) ? one.preferredMode().name() : null);
		row.put("potentialValue", one.potentialValue().name());
		row.put("description", one.description());
		return row;
	}

	private Map<String, Object> named(Map<String, Object> row, String... columns) {
		Map<String, Object> named = new LinkedHashMap<>(row);
		for (String column : columns) {
			Object value = row.get(column);
			named.put(column, messages.getMessage("achievement." + column + "." + ((value != null) ? value : "NONE"),
					null, LocaleContextHolder.getLocale()));
		}
		return named;
	}

	private static long count(List<Map<String, Object>> reviews, String conclusion) {
		return reviews.stream().filter((row) -> conclusion.equals(row.get("conclusion"))).count();
	}

	private static Map<String, Object> option(Person expert) {
		return Map.of("value", Long.toString(expert.id()), "label",
				expert.name() + "（" + expert.organisationName() + "）", "label_en",
				expert.name() + " (" + expert.organisationName() + ")");
	}

}
