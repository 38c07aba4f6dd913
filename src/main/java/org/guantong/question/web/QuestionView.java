package org.guantong.question.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.matching.TextDifference;
import org.guantong.question.Consensus;
import org.guantong.question.Consultations;
import org.guantong.question.DistillationService;
import org.guantong.question.ObjectionService;
import org.guantong.question.QuestionDemands;
import org.guantong.question.QuestionDemands.Source;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionText;
import org.guantong.question.QuestionTexts;
import org.guantong.question.RoundDemands.Item;
import org.guantong.question.ScientificQuestion;
import org.guantong.question.ScientificQuestions;
import org.guantong.question.proposal.Proposals;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;

/** What a question's page shows, as far as its reader may see it. */
@Component
class QuestionView {

	/** The page does without what is alike rather than wait for it. */
	private static final Duration PATIENCE = Duration.ofMillis(500);

	private final QuestionDemands sources;

	private final Consultations consultations;

	private final Consensus consensus;

	private final QuestionTexts texts;

	private final ObjectionService objections;

	private final QuestionPermissions permissions;

	private final DistillationService distillation;

	private final Proposals proposals;

	private final ScientificQuestions questions;

	private final Inbox inbox;

	QuestionView(QuestionDemands sources, Consultations consultations, Consensus consensus, QuestionTexts texts,
			ObjectionService objections, QuestionPermissions permissions, DistillationService distillation,
			Proposals proposals, ScientificQuestions questions, Inbox inbox) {
		this.sources = sources;
		this.consultations = consultations;
		this.consensus = consensus;
		this.texts = texts;
		this.objections = objections;
		this.permissions = permissions;
		this.distillation = distillation;
		this.proposals = proposals;
		this.questions = questions;
		this.inbox = inbox;
	}

	/** A wording and what it changed; null differences for the first. */
	record Wording(QuestionText text, TextDifference title, TextDifference statement) {
	}

	Map<String, Object> common(Person me, ScientificQuestion question) {
		boolean watches = permissions.mayWatch(me);
		List<Source> all = sources.of(question.id());
		List<Source> shown = all.stream().filter((one) -> watches || one.coFunderId() == me.organisationId()).toList();
		Map<String, Object> model = new HashMap<>();
		model.put("demands", shown);
		model.put("others", all.size() - shown.size());
		model.put("answers",
				consultations.of(question.id())
					.stream()
					.filter((one) -> watches || one.coFunderId() == me.organisationId())
					.toList());
		model.put("positions", watches ? consensus.of(question) : List.of());
		model.put("wordings", wordings(question.id()));
		model.put("threads", objections.of(me, question.id()));
		model.put("mayDiscuss", permissions.mayDiscuss(me));
		model.put("distils", false);
		model.put("tasks",
				inbox.list(me, InboxFilter.ALL, 0, 100)
					.stream()
					.filter((item) -> item.process().equals("question-distillation")
							&& item.subject().ref().equals(question.subject().ref()))
					.toList());
		return model;
	}

	/** What else an officer may put together or take apart while it is being worded. */
	Map<String, Object> forDistilling(Person me, ScientificQuestion question) {
		List<Item> items = distillation.demands(me, question.roundId());
		List<Item> own = items.stream()
			.filter((item) -> item.questionId() != null && item.questionId() == question.id().longValue())
			.toList();
		Proposals.Waiting waiting = proposals.of(question.roundId(), items, PATIENCE);
		Map<String, Object> model = new HashMap<>();
		model.put("distils", true);
		model.put("near", waiting.isReady() ? proposals.demandsNear(waiting.table(), own, items) : List.of());
		model.put("waiting", items.stream().filter(Item::isWaiting).map(Item::source).toList());
		model.put("drafts",
				questions.findByRoundIdOrderByCode(question.roundId())
					.stream()
					.filter((one) -> one.state() == ScientificQuestion.State.DRAFT && !one.id().equals(question.id()))
					.toList());
		return model;
	}

	private List<Wording> wordings(long questionId) {
		List<Wording> wordings = new ArrayList<>();
		QuestionText before = null;
		for (QuestionText text : texts.of(questionId)) {
			wordings.add(before == null ? new Wording(text, null, null)
					: new Wording(text, TextDifference.between(before.title(), text.title()),
							TextDifference.between(before.statement(), text.statement())));
			before = text;
		}
		return wordings;
	}

}
