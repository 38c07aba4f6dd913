package org.guantong.guide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/**
 * A round with two co-funders and a direction of theirs, and the people who act on it;
 * each instance makes its own.
 */
class GuideStage {

	static final String TEXT = "针对高端装备用高熵合金在含氢环境下的脆化难题，研究氢与多主元晶格的交互作用，揭示氢脆机理，为长寿命部件设计提供理论基础。";

	final Services with;

	final Person officer;

	final Person committee;

	final List<Person> leaders = new ArrayList<>();

	final List<Person> contacts = new ArrayList<>();

	final List<Person> experts = new ArrayList<>();

	final long round;

	final long question;

	/**
	 * An application code that only this stage's experts have, so that they are proposed.
	 */
	final String code;

	long direction;

	record Services(Given given, DirectionService service, GuideDirections directions, ExpertService directory,
			Tasks tasks, Inbox inbox, Cases cases, Engine engine) {
	}

	GuideStage(Services with, int numberOfExperts) {
		this.with = with;
		this.code = "T" + (1000 + with.given().number() % 9000);
		this.officer = with.given().officer();
		this.committee = with.given().person("管委会秘书", with.given().organisation("FUNDER", "管委会"), Role.COMMITTEE);
		for (String province : List.of("辽宁省科技厅", "浙江省科技厅")) {
			long organisation = with.given().organisation("CO_FUNDER", province);
			leaders.add(with.given().person("负责人", organisation, Role.CO_FUNDER_LEADER));
			contacts.add(with.given().person("联系人", organisation, Role.CO_FUNDER_CONTACT));
		}
		long fund = with.given().fund(leaders.get(0).organisationId(), leaders.get(1).organisationId());
		this.round = with.given().round(fund);
		this.question = with.given()
			.question(round, "MAT", "高熵合金氢脆", with.given().demand(round, contacts.get(0), "MAT", "装备部件氢脆"),
					with.given().demand(round, contacts.get(1), "MAT", "氢能阀门开裂"));
		for (int i = 0; i < numberOfExperts; i++) {
			experts.add(expert(i));
		}
	}

	private Person expert(int number) {
		Person expert = with.given()
			.person("评审" + with.given().number(), with.given().organisation("HOST", "大学" + number), Role.EXPERT);
		with.directory()
			.describe(officer, expert.id(),
					new NewExpertProfile(0, List.of(code), List.of("高熵合金", "氢脆"), List.of(), 6));
		return expert;
	}

	DirectionContent content() {
		return new DirectionContent("高熵合金氢脆机理", List.of(code), TEXT, "KEY", new BigDecimal("260"), "氢能装备关键部件");
	}

	GuideStage started() {
		direction = with.service().start(officer, round, List.of(question), "高熵合金氢脆机理");
		return this;
	}

	GuideStage drafted() {
		started();
		write(content());
		complete(officer, "draftDirection",
				Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		return this;
	}

	/** With the first {@code chosen} experts invited and the rest in reserve. */
	GuideStage invited(int chosen, int reserves) {
		drafted();
		complete(officer, "confirmPanel", Map.of("experts", ids(experts.subList(0, chosen)), "reserves",
				ids(experts.subList(chosen, chosen + reserves)), "answerDays", 5, "reviewDays", 14));
		return this;
	}

	GuideStage reviewed(String recommendation, int points) {
		invited(3, 0);
		experts.subList(0, 3).forEach((expert) -> {
			accept(expert);
			review(expert, recommendation, points);
		});
		return this;
	}

	void write(DirectionContent content) {
		with.service().save(officer, direction, now().version(), content);
	}

	void accept(Person expert) {
		complete(expert, "answerInvitation", Map.of("answer", "ACCEPT", "pledge", true));
	}

	void review(Person expert, String recommendation, int points) {
		complete(expert, "reviewDirection", sheet(expert, recommendation, points));
	}

	Map<String, Object> sheet(Person expert, String recommendation, int points) {
		return Map.of("scores", java.util.Collections.nCopies(5, Map.of("points", points)), "recommendation",
				recommendation, "comment", "意见来自" + expert.username() + "，请补充边界条件", "pledge", true);
	}

	void signOff(Person leader, boolean agrees) {
		complete(leader, "coFunderSignOff",
				agrees ? Map.of("decision", "AGREE") : Map.of("decision", "OBJECT", "reasons", "应写明应用环境的压力范围"));
	}

	void complete(Person person, String step, Map<String, Object> input) {
		with.tasks().complete(person, task(person, step).id(), input);
		with.engine().settle();
	}

	InboxItem task(Person person, String step) {
		return open(person, (item) -> item.step().equals(step)).stream()
			.findFirst()
			.orElseThrow(() -> new AssertionError(person.name() + " has no task " + step + " but "
					+ open(person, (item) -> true).stream().map(InboxItem::step).toList()));
	}

	List<InboxItem> open(Person person, Predicate<InboxItem> which) {
		return with.inbox()
			.list(person, InboxFilter.ALL, 0, 1000)
			.stream()
			.filter((item) -> item.subject().ref().equals(ref()) && which.test(item))
			.toList();
	}

	boolean has(Person person, String step) {
		return !open(person, (item) -> item.step().equals(step)).isEmpty();
	}

	Ref ref() {
		return new Ref(Kind.GUIDE_DIRECTION, direction);
	}

	GuideDirection now() {
		return with.directions().require(direction);
	}

	Case theCase() {
		return with.cases().about("guide-validation", ref()).orElseThrow();
	}

	static List<String> ids(List<Person> people) {
		return people.stream().map((person) -> Long.toString(person.id())).toList();
	}

}
