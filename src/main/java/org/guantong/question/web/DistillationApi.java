package org.guantong.question.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.demand.DemandService;
import org.guantong.identity.Person;
import org.guantong.question.DemandOutcomes;
import org.guantong.question.DemandsApart;
import org.guantong.question.DistillationClosing;
import org.guantong.question.DistillationService;
import org.guantong.question.QuestionService;
import org.guantong.question.RoundDemands;
import org.guantong.question.RoundDemands.Item;
import org.guantong.question.proposal.Proposals;
import org.guantong.workflow.form.EntryForms;

/** Distilling a round's demands as JSON: the same rules and services as the pages. */
@RestController
@RequestMapping("/api")
class DistillationApi {

	/** A script rather waits than asks again. */
	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final QuestionService questions;

	private final DistillationService distillation;

	private final DistillationClosing closing;

	private final DemandsApart apart;

	private final DemandOutcomes outcomes;

	private final Proposals proposals;

	private final DemandService demands;

	private final EntryForms forms;

	DistillationApi(QuestionService questions, DistillationService distillation, DistillationClosing closing,
			DemandsApart apart, DemandOutcomes outcomes, Proposals proposals, DemandService demands, EntryForms forms) {
		this.questions = questions;
		this.distillation = distillation;
		this.closing = closing;
		this.apart = apart;
		this.outcomes = outcomes;
		this.proposals = proposals;
		this.demands = demands;
		this.forms = forms;
	}

	record DemandRef(long id, String code, String title, long coFunderId) {

		static DemandRef of(Item item) {
			return new DemandRef(item.id(), item.source().code(), item.source().title(), item.source().coFunderId());
		}

	}

	/**
	 * Scores in percent: of both together, of words (BM25 share), of meaning (cosine).
	 */
	record PairJson(long first, long second, int score, int words, int meaning, List<String> sharedTerms) {
	}

	record GroupJson(List<DemandRef> demands, int cohesion, List<PairJson> pairs,
			List<Proposals.NearQuestion> nearQuestions) {
	}

	record AsideJson(long demandId, String code, String title, String reason) {
	}

	record Distillation(RoundDemands.Progress progress, boolean ready, int compared, Instant closedAt,
			List<GroupJson> groups, List<DemandRef> single, List<AsideJson> aside, List<DemandsApart.Apart> apart) {
	}

	record Apart(List<Long> demandIds, String reason) {
	}

	record Reason(String reason) {
	}

	/** Groups that may be one question, scores in percent, and what is left alone. */
	@GetMapping("/rounds/{id}/distillation")
	Distillation distillation(@AuthenticationPrincipal Person me, @PathVariable long id) {
		List<Item> items = distillation.demands(me, id);
		Proposals.Waiting waiting = proposals.of(id, items, PATIENCE);
		return new Distillation(distillation.progress(me, id), waiting.isReady(), waiting.read(),
				closing.of(id).map(DistillationClosing.Closing::at).orElse(null),
				waiting.groups().stream().map((group) -> json(group, waiting, items)).toList(),
				waiting.single().stream().map(DemandRef::of).toList(),
				items.stream()
					.filter((item) -> item.asideReason() != null)
					.map((item) -> new AsideJson(item.id(), item.source().code(), item.source().title(),
							item.asideReason()))
					.toList(),
				apart.of(id));
	}

	/** Sent: {@code demandIds} of demands that are different, and {@code reason}. */
	@PostMapping("/rounds/{id}/distillation/apart")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void keepApart(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Apart sent) {
		distillation.keepApart(me, id, sent.demandIds() == null ? List.of() : sent.demandIds(), sent.reason());
	}

	@DeleteMapping("/rounds/{id}/distillation/apart/{first}/{second}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void forgetApart(@AuthenticationPrincipal Person me, @PathVariable long first, @PathVariable long second) {
		distillation.forgetApart(me, first, second);
	}

	/** 422 names every demand and question that is open. */
	@PostMapping("/rounds/{id}/distillation/close")
	RoundDemands.Progress close(@AuthenticationPrincipal Person me, @PathVariable long id) {
		distillation.close(me, id);
		return distillation.progress(me, id);
	}

	@PostMapping("/rounds/{id}/distillation/reopen")
	RoundDemands.Progress reopen(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Reason sent) {
		distillation.reopen(me, id, sent.reason());
		return distillation.progress(me, id);
	}

	/** Sent: {@code reason}. */
	@PutMapping("/demands/{id}/aside")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void setAside(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Map<String, Object> input) {
		questions.requireDistiller(me);
		distillation.setDemandAside(me, id, forms.valid("demand-aside", input, Map.of()).text("reason"));
	}

	@DeleteMapping("/demands/{id}/aside")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@AuthenticationPrincipal Person me, @PathVariable long id) {
		distillation.takeDemandBack(me, id);
	}

	/** Every turn in what became of a demand, the first one first. */
	@GetMapping("/demands/{id}/outcomes")
	List<DemandOutcomes.Outcome> outcomes(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return outcomes.of(demands.require(me, id).id());
	}

	private GroupJson json(Proposals.Group group, Proposals.Waiting waiting, List<Item> all) {
		List<PairJson> pairs = proposals.closest(waiting.table(), group.demands())
			.stream()
			.map((pair) -> new PairJson(pair.first().id(), pair.second().id(), pair.score(), pair.words(),
					pair.meaning(), pair.sharedTerms()))
			.toList();
		return new GroupJson(group.demands().stream().map(DemandRef::of).toList(), group.cohesion(), pairs,
				proposals.questionsNear(waiting.table(), group.demands(), all));
	}

}
