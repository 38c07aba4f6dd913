package org.guantong.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;

import org.guantong.achievement.Achievement;
import org.guantong.achievement.Achievements;
import org.guantong.achievement.TransferMode;
import org.guantong.identity.Person;
import org.guantong.transfer.MatchmakingEvents;
import org.guantong.transfer.Transfer;
import org.guantong.transfer.TransferService;
import org.guantong.workflow.InboxItem;

/**
 * Ways of achievements to those who use them, one at every step and gate, and the
 * matchmaking events as they were published.
 */
@ForDemonstration
@Order(9)
class DemoTransfers implements DemoStage {

	private static final int EXPERTS = 5;

	private static final int ARGUED_SO_FAR = 1;

	/** How many gates after the argument each has passed. */
	private static final Map<String, Integer> GATES = Map.of("GATE2", 0, "STOPPED", 0, "GATE3", 1, "GATE4", 2, "SIGNED",
			3);

	private final Script script;

	private final Cast cast;

	private final Desk desk;

	private final Phrases phrases;

	private final TransferService transfers;

	private final Achievements achievements;

	private final MatchmakingEvents events;

	private final Clock clock;

	private int next;

	DemoTransfers(Script script, Cast cast, Desk desk, Phrases phrases, TransferService transfers,
			Achievements achievements, MatchmakingEvents events, Clock clock) {
		this.script = script;
		this.cast = cast;
		this.desk = desk;
		this.phrases = phrases;
		this.transfers = transfers;
		this.achievements = achievements;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String play() {
		events.loadPublished(cast.officer());
		List<Script.Way> all = script.transfers();
		all.forEach(this::transfer);
		long incubating = all.stream().filter((way) -> way.stage().startsWith("GATE")).count();
		return "%d transfers, %d of them in incubation".formatted(all.size(), incubating);
	}

	private void transfer(Script.Way way) {
		Person demandSide = cast.the(way.demandSide());
		Transfer transfer = transfers.declare(demandSide, achievement(way.achievement()).id(), way.need(),
				TransferMode.valueOf(way.mode()));
		long caseId = desk.caseOf("transfer-incubation", transfer.subject().ref());
		if (way.stage().equals("DECLARED")) {
			return;
		}
		InboxItem interest = desk.await(caseId, "answerInterest", 1).get(0);
		Person pi = desk.holder(interest);
		boolean declined = way.stage().equals("DECLINED");
		desk.complete(pi, interest, Map.of("answer", declined ? "UNWILLING" : "WILLING", "reply", way.reply()));
		if (declined || way.stage().equals("ASSIGNING") || !isArgued(caseId, way)) {
			return;
		}
		fund(caseId, way);
		if (isAgreed(caseId, way, pi, demandSide)) {
			incubate(caseId, way, pi);
		}
	}

	private Achievement achievement(String title) {
		return achievements.findAll()
			.stream()
			.filter((one) -> one.title().equals(title))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no achievement " + title));
	}

	private boolean isArgued(long caseId, Script.Way way) {
		List<String> experts = new ArrayList<>();
		for (int i = 0; i < EXPERTS; i++) {
			next++;
			experts.add(Long.toString(cast.the("expert%02d".formatted(1 + next % 16)).id()));
		}
		desk.complete(cast.officer(), caseId, "assignArgumentExperts", Map.of("experts", experts));
		boolean all = !way.stage().equals("ARGUING");
		desk.await(caseId, "argueTransfer", EXPERTS)
			.stream()
			.limit(all ? EXPERTS : ARGUED_SO_FAR)
			.forEach((task) -> desk.complete(desk.holder(task), task, Map.of("feasibility", 8, "market", 7, "risk", 7,
					"opinion", "SUPPORT", "comments", phrases.say("support"), "pledge", true)));
		return all;
	}

	private void fund(long caseId, Script.Way way) {
		LocalDate today = LocalDate.now(clock);
		Map<String, Object> form = new HashMap<>();
		form.put("fundingMode", way.funding());
		if (way.support() != null) {
			form.put("supportAmount", way.support());
			form.put("firstPayment", way.first());
		}
		form.put("g2On", today.plusMonths(2).toString());
		form.put("g3On", today.plusMonths(8).toString());
		form.put("g4On", today.plusMonths(14).toString());
		form.put("remarks", "专家一致支持转化，按三个阶段推进，逐阶段检查后拨付后续经费。");
		desk.complete(cast.officer(), caseId, "decideFunding", form);
	}

	private boolean isAgreed(long caseId, Script.Way way, Person pi, Person demandSide) {
		if (way.stage().equals("SIGNING_BOTH")) {
			desk.await(caseId, "signByHost", 1);
			return false;
		}
		desk.complete(cast.hostOf(pi.username()), caseId, "signByHost", terms(way));
		if (way.stage().equals("SIGNING")) {
			return false;
		}
		desk.complete(demandSide, caseId, "signByDemandSide", terms(way));
		return true;
	}

	private Map<String, Object> terms(Script.Way way) {
		return Map.of("contractType", way.contract().get("type"), "mode", way.contract().get("mode"), "amount",
				way.contract().get("amount"), "signedOn", LocalDate.now(clock).toString(), "confirmed", true);
	}

	private void incubate(long caseId, Script.Way way, Person pi) {
		int passed = GATES.get(way.stage());
		for (int i = 0; i < way.reports().size(); i++) {
			desk.complete(pi, caseId, "reportStage",
					Map.of("report", way.reports().get(i), "achieved", i < passed ? "YES" : "PARTLY"));
			if (i < passed) {
				desk.complete(cast.officer(), caseId, "decideGate",
						Map.of("decision", "GO", "remarks", "阶段目标达到，同意进入下一阶段并拨付下一笔经费。"));
			}
		}
		if (way.stage().equals("STOPPED")) {
			desk.complete(cast.officer(), caseId, "decideGate", Map.of("decision", "STOP", "remarks", way.stop()));
		}
		if (way.stage().equals("SIGNED")) {
			Map<String, Object> outcome = new HashMap<>(terms(way));
			outcome.remove("confirmed");
			outcome.put("contractNumber", LocalDate.now(clock).getYear() + "-" + way.number());
			outcome.put("effect", way.effect());
			desk.complete(cast.officer(), caseId, "recordOutcome", outcome);
		}
	}

}
