package org.guantong.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandCheckService;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.demand.DemandContent;
import org.guantong.demand.DemandContent.Cooperation;
import org.guantong.demand.DemandContent.IpOwnership;
import org.guantong.demand.DemandContent.Urgency;
import org.guantong.demand.DemandIndicator;
import org.guantong.demand.DemandService;
import org.guantong.demand.DemandVerdicts;
import org.guantong.fund.Round;
import org.guantong.identity.Person;
import org.guantong.workflow.InboxItem;

/**
 * Demand collection: finished in the regional round, at every one of its steps in the
 * others.
 */
@ForDemonstration
@Order(3)
class DemoNeeds implements DemoStage {

	private static final String RETURN_REASON = "拟凝练的科学问题偏工程应用，请补充需要回答的基础科学问题，并说明指标的测试依据。";

	private static final String PHONE = "000-8866";

	private final Script script;

	private final Cast cast;

	private final Desk desk;

	private final DemoFunds funds;

	private final DemandService demands;

	private final DemandCheckService checks;

	private final DemoFiles files;

	private final Map<String, List<Demand>> byQuestion = new LinkedHashMap<>();

	private final Map<Demand, String> aside = new LinkedHashMap<>();

	/** Co-funders whose first demand has its file. */
	private final Set<String> withFile = new HashSet<>();

	private int entered;

	DemoNeeds(Script script, Cast cast, Desk desk, DemoFunds funds, DemandService demands, DemandCheckService checks,
			DemoFiles files) {
		this.script = script;
		this.cast = cast;
		this.desk = desk;
		this.funds = funds;
		this.demands = demands;
		this.checks = checks;
		this.files = files;
	}

	@Override
	public String play() {
		collectRegional();
		collectEnterprise();
		collectSector();
		return entered + " demands: one round collected, two under way";
	}

	/** The accepted demands a question is to be distilled from. */
	List<Demand> of(String question) {
		return byQuestion.get(question);
	}

	/** Accepted demands that no question takes up, each with the reason. */
	Map<Demand, String> aside() {
		return aside;
	}

	private void collectRegional() {
		Round round = funds.regional();
		long caseId = caseOf(round);
		for (String coFunder : List.of("ln", "zj", "gd")) {
			List<Script.Need> needs = script.demands(coFunder);
			needs.forEach((need) -> remember(need, enter(round, coFunder, need)));
			submit(caseId, coFunder);
			sign(caseId, coFunder);
			check(round, coFunder, needs, true);
			if (needs.stream().anyMatch(Script.Need::returned)) {
				desk.complete(cast.of(coFunder, "contact"), caseId, "amendDemands",
						Map.of("notClassified", true, "remark", "已补充科学问题和指标测试依据。"));
				sign(caseId, coFunder);
				check(round, coFunder, needs, false);
			}
		}
		desk.complete(cast.officer(), caseId, "confirmCollection",
				Map.of("confirmed", true, "remark", "三省需求已全部审查完毕，转入科学问题凝练。"));
	}

	/** One co-funder is still writing, the other's leader has to sign. */
	private void collectEnterprise() {
		Round round = funds.enterprise();
		script.demands("other").forEach((need) -> {
			if (List.of("sl", "yw").contains(need.coFunder())) {
				enter(round, need.coFunder(), need);
			}
		});
		submit(caseOf(round), "yw");
	}

	/** One co-funder has to amend, the other's demands wait for the officer. */
	private void collectSector() {
		Round round = funds.sector();
		long caseId = caseOf(round);
		for (String coFunder : List.of("gj", "hk")) {
			List<Script.Need> needs = script.demands("other")
				.stream()
				.filter((need) -> need.coFunder().equals(coFunder))
				.toList();
			needs.forEach((need) -> enter(round, coFunder, need));
			submit(caseId, coFunder);
			sign(caseId, coFunder);
			if (coFunder.equals("gj")) {
				check(round, coFunder, needs, true);
			}
		}
	}

	private Demand enter(Round round, String coFunder, Script.Need need) {
		entered++;
		Demand demand = demands.add(cast.of(coFunder, "contact"), round.id(), content(coFunder, need),
				need.indicators()
					.stream()
					.map((row) -> new DemandIndicator(row.get(0), row.get(1), row.get(2), row.get(3)))
					.toList());
		if (withFile.add(coFunder)) {
			files.attach(cast.of(coFunder, "contact"), demand);
		}
		return demand;
	}

	private DemandContent content(String coFunder, Script.Need need) {
		String region = cast.organisation(coFunder).region();
		return new DemandContent(funds.field(need.field()), need.title(), need.unit(), null,
				region == null ? "" : region, need.link(), need.background(), need.gap(), need.difficulties(),
				need.ask(), need.code(), need.months(), need.investment(), Cooperation.JOINT, IpOwnership.AGREED,
				need.scenario(), need.urgency() == null ? Urgency.SOON : Urgency.valueOf(need.urgency()),
				need.contact(), PHONE + (1000 + entered), true);
	}

	private void remember(Script.Need need, Demand demand) {
		if (need.question() != null) {
			byQuestion.computeIfAbsent(need.question(), (key) -> new ArrayList<>()).add(demand);
		}
		if (need.aside() != null) {
			aside.put(demand, need.aside());
		}
	}

	private void submit(long caseId, String coFunder) {
		desk.complete(cast.of(coFunder, "contact"), caseId, "submitDemands",
				Map.of("notClassified", true, "remark", "已组织专家初筛，需求均经单位确认。"));
	}

	private void sign(long caseId, String coFunder) {
		desk.complete(cast.of(coFunder, "leader"), caseId, "signOff", Map.of("decision", "approve"));
	}

	/** Those without a verdict of their own are accepted all at once. */
	private void check(Round round, String coFunder, List<Script.Need> needs, boolean first) {
		Person officer = cast.officer();
		long caseId = caseOf(round);
		long organisation = cast.organisation(coFunder).id();
		InboxItem task = desk.await(officer, caseId, "checkForm");
		Map<String, Script.Need> byTitle = needs.stream()
			.collect(Collectors.toMap(Script.Need::title, Function.identity()));
		checks.give(officer, round.id(), organisation, all(), Verdict.ACCEPT, "");
		checks.find(officer, round.id(), organisation, DemandVerdicts.Filter.any(), 0, 1000).items().forEach((row) -> {
			Script.Need need = byTitle.get(row.title());
			if (need.reject() != null) {
				checks.give(officer, round.id(), organisation, only(row.id()), Verdict.REJECT, need.reject());
			}
			else if (first && need.returned()) {
				checks.give(officer, round.id(), organisation, only(row.id()), Verdict.RETURN, RETURN_REASON);
			}
		});
		desk.complete(officer, task, Map.of("confirmed", true));
	}

	private static DemandCheckService.Selection all() {
		return new DemandCheckService.Selection(Set.of(), true, DemandVerdicts.Filter.any());
	}

	private static DemandCheckService.Selection only(long demandId) {
		return new DemandCheckService.Selection(Set.of(demandId), false, DemandVerdicts.Filter.any());
	}

	private long caseOf(Round round) {
		return desk.caseOf("demand-collection", round.subject().ref());
	}

}
