package org.guantong.achievement;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Ref;
import org.guantong.testing.Given;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/** A project that is about to close, its people, and what they fill in. */
class ClosureFixture {

	final long host;

	final Person pi;

	final Person hostAdmin;

	final Person officer;

	final Person ownExpert;

	final List<Person> experts;

	final long project;

	private final Inbox inbox;

	private final Tasks tasks;

	ClosureFixture(Given given, Inbox inbox, Tasks tasks) {
		this.inbox = inbox;
		this.tasks = tasks;
		host = given.organisation("HOST", "辽海大学");
		pi = given.person("林教授", host, Role.PI);
		hostAdmin = given.person("科研处", host, Role.HOST);
		ownExpert = given.person("同校专家", host, Role.EXPERT);
		officer = given.officer();
		long elsewhere = given.organisation("HOST", "外省研究院");
		experts = LongStream.range(0, 3).mapToObj((i) -> given.person("专家" + i, elsewhere, Role.EXPERT)).toList();
		long coFunder = given.organisation("CO_FUNDER", "辽宁省科技厅");
		long round = given.round(given.fund(coFunder));
		Person contact = given.person("联系人", coFunder, Role.CO_FUNDER_CONTACT);
		long demand = given.demand(round, contact, "MAT", "高温合金叶片寿命预测");
		long question = given.question(round, "MAT", "高温合金蠕变机理", demand);
		project = given.project(given.direction(round, "MAT", "高温合金损伤演化", question), pi, "高温合金叶片损伤演化机理");
	}

	void complete(Person person, Ref subject, String step, Map<String, Object> form) {
		tasks.complete(person, task(person, subject, step).id(), form);
	}

	InboxItem task(Person person, Ref subject, String step) {
		List<InboxItem> found = tasks(person, subject, step);
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " tasks " + step + " wait for " + person.name());
		}
		return found.get(0);
	}

	List<InboxItem> tasks(Person person, Ref subject, String step) {
		return inbox.list(person, InboxFilter.ALL, 0, 500)
			.stream()
			.filter((item) -> item.step().equals(step) && item.subject().ref().equals(subject))
			.toList();
	}

	static Map<String, Object> report() {
		return Map.of("summary", "建立了高温合金叶片损伤演化模型，回应了企业的寿命预测需求。", "indicators",
				List.of(Map.of("name", "预测误差", "target", "≤10%", "achieved", "8%", "met", "YES")), "accounts",
				List.of(money(800000, 790000), money(900000, 900000), money(500000, 480000), money(0, 0),
						money(400000, 400000), money(0, 0)),
				"achievements", List.of(achievement("叶片寿命预测软件", "APPLIED", "MATURE", "8", "HIGH"),
						achievement("蠕变损伤演化理论", "BASIC", "EARLY", "2", "LOW")),
				"declaration", true);
	}

	static Map<String, Object> money(int budget, int spent) {
		return Map.of("budget", budget, "spent", spent);
	}

	static Map<String, Object> achievement(String title, String nature, String stage, String trl, String value) {
		return Map.ofEntries(Map.entry("title", title), Map.entry("keywords", "高温合金，叶片、寿命"),
				Map.entry("form", "SOFTWARE"), Map.entry("nature", nature), Map.entry("originality", "ORIGINAL"),
				Map.entry("stage", stage), Map.entry("trl", trl), Map.entry("intention", "WILLING"),
				Map.entry("mode", "LICENSE"), Map.entry("potentialValue", value),
				Map.entry("description", "可用于燃机叶片检修计划。"));
	}

	Map<String, Object> named(List<Person> people) {
		return Map.of("decision", "PROCEED", "experts",
				people.stream().map((person) -> Long.toString(person.id())).toList());
	}

	static Map<String, Object> endorsed() {
		return Map.of("decision", "ENDORSE", "opinion", "材料属实，同意上报。");
	}

	static Map<String, Object> review(String conclusion) {
		return Map.of("conclusion", conclusion, "comments", "完成了任务书规定的全部研究内容。", "pledge", true);
	}

}
