package org.guantong.question.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandService;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.question.DistillationService;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionService;
import org.guantong.question.RoundDemands.Item;
import org.guantong.question.ScientificQuestion;
import org.guantong.question.ScientificQuestions;
import org.guantong.question.proposal.Marked;
import org.guantong.question.proposal.Proposals;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;
import org.guantong.workflow.form.ProblemTexts;

/**
 * Demands side by side with what they share marked, and what an officer decides about
 * them: one question, part of an existing one, none, or not the same.
 */
@Controller
class ComparisonController {

	/** More do not fit beside each other, nor into a head. */
	private static final int MOST_COMPARED = 12;

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final QuestionService questions;

	private final ScientificQuestions allQuestions;

	private final DistillationService distillation;

	private final Proposals proposals;

	private final QuestionPermissions permissions;

	private final DistillationDesk desk;

	private final RoundService rounds;

	private final DemandService demands;

	private final EntryForms forms;

	private final MessageSource messages;

	ComparisonController(QuestionService questions, ScientificQuestions allQuestions, DistillationService distillation,
			Proposals proposals, QuestionPermissions permissions, DistillationDesk desk, RoundService rounds,
			DemandService demands, EntryForms forms, MessageSource messages) {
		this.questions = questions;
		this.allQuestions = allQuestions;
		this.distillation = distillation;
		this.proposals = proposals;
		this.permissions = permissions;
		this.desk = desk;
		this.rounds = rounds;
		this.demands = demands;
		this.forms = forms;
		this.messages = messages;
	}

	/** What an officer typed and ticked, to be shown again when it cannot be taken. */
	record Typed(List<Long> demandIds, String title, Long questionId, String reason, String back) {

		static Typed nothing(List<Long> demandIds, String back) {
			return new Typed(demandIds, null, null, "", back);
		}

		/** Only a query of the distillation page, never another address. */
		public String safeBack() {
			return back != null && back.matches("[\\w=&%.+-]*") ? back : "";
		}

	}

	/** One demand of the comparison, what it shares with the others marked. */
	record Column(Item item, Demand demand, Marked title, Marked difficulties, Marked gap, Marked background,
			Marked proposedQuestion, boolean ticked) {
	}

	@GetMapping("/rounds/{id}/distillation/compare")
	ModelAndView compare(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> demandIds, @RequestParam(defaultValue = "") List<Long> shown,
			@RequestParam(required = false) Long add, @RequestParam(defaultValue = "") String back, Locale locale) {
		questions.requireWatcher(me);
		List<Long> ticked = with(demandIds, add);
		return page(me, id, with(shown.isEmpty() ? demandIds : shown, add), Typed.nothing(ticked, back), Map.of(),
				locale);
	}

	@PostMapping("/rounds/{id}/questions")
	ModelAndView propose(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> demandIds, @RequestParam(defaultValue = "") List<Long> shown,
			@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String back,
			Locale locale) {
		questions.requireDistiller(me);
		Typed typed = new Typed(demandIds, title, null, "", back);
		return decide(me, id, shown, typed, locale, () -> {
			Map<String, Object> input = Map.of("title", title, "demandIds", strings(demandIds));
			FormData form = forms.valid("question", input, QuestionInput.candidates(strings(demandIds)));
			return "proposed=" + questions.propose(me, id, form.text("title"), demandIds).id();
		});
	}

	@PostMapping("/rounds/{id}/distillation/merge")
	ModelAndView merge(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> demandIds, @RequestParam(defaultValue = "") List<Long> shown,
			@RequestParam(required = false) Long questionId, @RequestParam(defaultValue = "") String back,
			Locale locale) {
		questions.requireDistiller(me);
		return decide(me, id, shown, new Typed(demandIds, null, questionId, "", back), locale, () -> {
			if (questionId == null) {
				throw InvalidInput.of("questionId", "form.required");
			}
			questions.merge(me, questionId, demandIds);
			return "proposed=" + questionId;
		});
	}

	@PostMapping("/rounds/{id}/distillation/aside")
	ModelAndView setAside(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> demandIds, @RequestParam(defaultValue = "") List<Long> shown,
			@RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String back,
			Locale locale) {
		questions.requireDistiller(me);
		return decide(me, id, shown, new Typed(demandIds, null, null, reason, back), locale, () -> {
			distillation.setDemandsAside(me, demandIds, reason);
			return "";
		});
	}

	@PostMapping("/rounds/{id}/distillation/apart")
	ModelAndView keepApart(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> demandIds, @RequestParam(defaultValue = "") List<Long> shown,
			@RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String back,
			Locale locale) {
		questions.requireDistiller(me);
		return decide(me, id, shown, new Typed(demandIds, null, null, reason, back), locale, () -> {
			distillation.keepApart(me, id, demandIds, reason);
			return "";
		});
	}

	/** Does the deed and goes back to the list, or shows the comparison again. */
	private ModelAndView decide(Person me, long id, List<Long> shown, Typed typed, Locale locale,
			Supplier<String> deed) {
		try {
			String done = deed.get();
			String query = Stream.of(typed.safeBack().replaceAll("(^|&)proposed=\\d*", ""), done)
				.filter((part) -> !part.isEmpty())
				.reduce((one, other) -> one + "&" + other)
				.map((all) -> "?" + all)
				.orElse("");
			return new ModelAndView("redirect:/rounds/" + id + "/distillation" + query);
		}
		catch (InvalidInput refused) {
			Map<String, String> problems = ProblemTexts.of(refused.problems(), messages, locale);
			ModelAndView again = page(me, id, shown.isEmpty() ? typed.demandIds() : shown, typed, problems, locale);
			again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return again;
		}
	}

	private ModelAndView page(Person me, long id, List<Long> shown, Typed typed, Map<String, String> problems,
			Locale locale) {
		List<Item> all = distillation.demands(me, id);
		List<Item> compared = shown.stream()
			.distinct()
			.limit(MOST_COMPARED)
			.map((demand) -> all.stream()
				.filter((item) -> item.id() == demand)
				.findFirst()
				.orElseThrow(() -> NotFound.of(Kind.DEMAND, demand)))
			.toList();
		Proposals.Waiting waiting = proposals.of(id, all, PATIENCE);
		List<Proposals.Pair> pairs = waiting.isReady() ? proposals.pairs(waiting.table(), compared) : List.of();
		Map<String, Object> model = new HashMap<>();
		model.put("nearQuestions",
				waiting.isReady() ? proposals.questionsNear(waiting.table(), compared, all) : List.of());
		model.put("nearDemands", waiting.isReady() ? proposals.demandsNear(waiting.table(), compared, all) : List.of());
		model.put("pairs", pairs);
		model.put("columns", compared.stream().map((item) -> column(me, item, pairs, typed)).toList());
		model.put("drafts",
				allQuestions.findByRoundIdOrderByCode(id)
					.stream()
					.filter((question) -> question.state() == ScientificQuestion.State.DRAFT)
					.toList());
		model.put("typed", typed);
		model.put("problems", problems);
		model.put("fieldNames", desk.fieldNames(locale));
		model.put("round", rounds.require(me, id));
		model.put("mayDistil", permissions.mayDistil(me));
		return new ModelAndView("question/compare", model);
	}

	private Column column(Person me, Item item, List<Proposals.Pair> pairs, Typed typed) {
		List<String> terms = pairs.stream()
			.filter((pair) -> pair.first().id() == item.id() || pair.second().id() == item.id())
			.flatMap((pair) -> pair.sharedTerms().stream())
			.distinct()
			.toList();
		boolean ticked = item.isWaiting() && typed.demandIds().contains(item.id());
		return new Column(item, demands.require(me, item.id()), Marked.of(item.source().title(), terms),
				Marked.of(item.source().difficulties(), terms), Marked.of(item.source().gap(), terms),
				Marked.of(item.source().background(), terms), Marked.of(item.source().proposedQuestion(), terms),
				ticked);
	}

	private static List<Long> with(List<Long> ids, Long add) {
		return Stream.concat(ids.stream(), Stream.ofNullable(add)).distinct().toList();
	}

	private static List<String> strings(List<Long> ids) {
		return ids.stream().map(String::valueOf).toList();
	}

}
