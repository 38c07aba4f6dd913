package org.guantong.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;

import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirection;
import org.guantong.identity.Person;

/** Guide directions: drafted all at once, then each played as far as its stage says. */
@ForDemonstration
@Order(5)
class DemoGuide implements DemoStage {

	private static final Map<String, BigDecimal> INTENSITY = Map.of("KEY", BigDecimal.valueOf(260), "INTEGRATED",
			BigDecimal.valueOf(1000));

	private static final List<String> SELF_CHECK = List.of("scientific", "normative", "inclusive", "guiding", "safe");

	private final Script script;

	private final Cast cast;

	private final Desk desk;

	private final DemoFunds funds;

	private final DemoQuestions questions;

	private final DirectionService directions;

	private final DemoDrafting drafting;

	private final DemoPanel panel;

	private final DemoAdoption adoption;

	private final Map<String, Long> ids = new HashMap<>();

	DemoGuide(Script script, Cast cast, Desk desk, DemoFunds funds, DemoQuestions questions,
			DirectionService directions, DemoDrafting drafting, DemoPanel panel, DemoAdoption adoption) {
		this.script = script;
		this.cast = cast;
		this.desk = desk;
		this.funds = funds;
		this.questions = questions;
		this.directions = directions;
		this.drafting = drafting;
		this.panel = panel;
		this.adoption = adoption;
	}

	@Override
	public String play() {
		List<Script.Direction> all = script.directions();
		Map<Script.Direction, Long> cases = new HashMap<>();
		all.forEach((direction) -> cases.put(direction, draft(direction)));
		all.stream()
			.filter((direction) -> !direction.stage().equals("DRAFT"))
			.filter((direction) -> panel.review(cases.get(direction), direction))
			.forEach((direction) -> adoption.decide(cases.get(direction), direction.stage()));
		all.stream()
			.filter((direction) -> direction.stage().equals("DRAFT"))
			.findFirst()
			.ifPresent((direction) -> drafting.discuss(ids.get(direction.key())));
		drafting.number(funds.regional().id());
		long published = all.stream().filter((direction) -> direction.stage().equals("PUBLISHED")).count();
		return "%d guide directions, %d of them published".formatted(all.size(), published);
	}

	/** The code of the direction of that key. */
	String code(String key) {
		return directions.read(cast.officer(), ids.get(key)).code();
	}

	private long draft(Script.Direction wanted) {
		Person officer = cast.officer();
		long id = directions.start(officer, funds.regional().id(),
				wanted.questions().stream().map(questions::agreed).toList(), wanted.title());
		ids.put(wanted.key(), id);
		GuideDirection draft = directions.read(officer, id);
		directions.save(officer, id, draft.version(), new DirectionContent(wanted.title(), wanted.codes(),
				wanted.text(), wanted.category(), INTENSITY.get(wanted.category()), wanted.use()));
		long caseId = desk.caseOf("guide-validation", draft.subject().ref());
		if (!wanted.stage().equals("DRAFT")) {
			desk.complete(officer, caseId, "draftDirection",
					Map.of("selfCheck", SELF_CHECK, "note", "已与各联合资助方沟通，正文按统一体例编写。"));
		}
		return caseId;
	}

}
