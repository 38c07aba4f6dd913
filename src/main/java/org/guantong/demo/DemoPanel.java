package org.guantong.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.guantong.identity.Person;
import org.guantong.workflow.InboxItem;

/** The experts' part of a direction: invited, answering, reviewing. */
@ForDemonstration
class DemoPanel {

	private static final int PLACES = 3;

	private static final int GOOD = 18;

	private static final int FAIR = 14;

	private static final int POOR = 9;

	private static final Set<String> REJECTED = Set.of("REJECTED", "CONFIRM_REJECTION");

	private final Cast cast;

	private final Desk desk;

	private final Phrases phrases;

	DemoPanel(Cast cast, Desk desk, Phrases phrases) {
		this.cast = cast;
		this.desk = desk;
		this.phrases = phrases;
	}

	/** Plays the panel; answers whether the direction goes on to sign-off. */
	boolean review(long caseId, Script.Direction direction) {
		InboxItem panel = desk.await(cast.officer(), caseId, "confirmPanel");
		if (direction.stage().equals("PANEL")) {
			return false;
		}
		desk.add(cast.officer(), panel, Map.of());
		if (direction.stage().equals("INVITED")) {
			desk.await(caseId, "answerInvitation", PLACES);
			return false;
		}
		answer(caseId, direction);
		List<InboxItem> reviews = desk.await(caseId, "reviewDirection", places(direction));
		if (direction.stage().equals("REVIEW")) {
			submit(reviews.get(0), "APPROVE", GOOD);
			return false;
		}
		boolean first = true;
		for (InboxItem review : reviews) {
			submit(review, recommendation(direction, first), score(direction));
			first = false;
		}
		return conclude(caseId, direction);
	}

	/**
	 * In most panels all accept; once somebody declines and once somebody recuses, and
	 * the next in reserve is asked; once an answer is still awaited.
	 */
	private void answer(long caseId, Script.Direction direction) {
		List<InboxItem> invitations = new ArrayList<>(desk.await(caseId, "answerInvitation", PLACES));
		if (direction.key().equals("electrolysis")) {
			InboxItem first = invitations.remove(0);
			desk.complete(desk.holder(first), first,
					Map.of("answer", "DECLINE", "declineReason", "AWAY", "reason", "近期在外承担现场试验任务，难以按期完成评审。"));
			invitations = desk.await(caseId, "answerInvitation", PLACES);
		}
		if (direction.key().equals("accuracy")) {
			InboxItem first = invitations.remove(0);
			desk.complete(desk.holder(first), first,
					Map.of("answer", "CONFLICT", "conflict", "CO_GRANT", "conflictNote", "与可能的申报团队有在研合作项目。"));
			invitations = desk.await(caseId, "answerInvitation", PLACES);
		}
		invitations.stream()
			.limit(places(direction))
			.forEach((invitation) -> desk.complete(desk.holder(invitation), invitation,
					Map.of("answer", "ACCEPT", "pledge", true)));
	}

	private static int places(Script.Direction direction) {
		return direction.stage().equals("REVIEW") ? PLACES - 1 : PLACES;
	}

	private void submit(InboxItem review, String recommendation, int score) {
		Map<String, Object> form = new HashMap<>();
		form.put("scores",
				IntStream.of(score, score, score, score, Math.min(score + 1, 20))
					.mapToObj((points) -> Map.of("points", points))
					.toList());
		form.put("recommendation", recommendation);
		form.put("comment", phrases.say(recommendation.toLowerCase(java.util.Locale.ROOT)));
		form.put("pledge", true);
		Person expert = desk.holder(review);
		desk.complete(expert, review, form);
	}

	private static String recommendation(Script.Direction direction, boolean first) {
		if (REJECTED.contains(direction.stage())) {
			return "REJECT";
		}
		return isRevised(direction) && !first ? "REVISE" : "APPROVE";
	}

	private static int score(Script.Direction direction) {
		if (REJECTED.contains(direction.stage())) {
			return POOR;
		}
		return isRevised(direction) ? FAIR : GOOD;
	}

	private static boolean isRevised(Script.Direction direction) {
		return direction.stage().equals("REVISION") || direction.key().equals("soil");
	}

	private boolean conclude(long caseId, Script.Direction direction) {
		if (direction.stage().equals("REJECTED")) {
			desk.complete(cast.officer(), caseId, "confirmRejection",
					Map.of("reasons", "专家一致认为以方法实现为主，缺少需要回答的基础科学问题，本轮不列入指南。"));
			desk.awaitEnd(caseId);
			return false;
		}
		if (direction.stage().equals("CONFIRM_REJECTION")) {
			desk.await(cast.officer(), caseId, "confirmRejection");
			return false;
		}
		if (direction.stage().equals("REVISION")) {
			desk.await(cast.officer(), caseId, "reviseDirection");
			return false;
		}
		if (isRevised(direction)) {
			revise(caseId);
		}
		return true;
	}

	@SuppressWarnings("unchecked")
	private void revise(long caseId) {
		InboxItem task = desk.await(cast.officer(), caseId, "reviseDirection");
		List<Map<String, Object>> points = new ArrayList<>();
		((List<Map<String, Object>>) desk.filled(cast.officer(), task).get("points")).forEach((point) -> {
			Map<String, Object> answered = new HashMap<>(point);
			answered.put("reply", "采纳。已突出界面转化与长期稳定的科学问题，并与在研专项作了区分。");
			answered.put("change", "正文第一句限定对象，第二句改写研究内容。");
			points.add(answered);
		});
		desk.complete(cast.officer(), task, Map.of("points", points, "sendTo", "SIGN_OFF"));
	}

}
