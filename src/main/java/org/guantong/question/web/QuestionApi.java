package org.guantong.question.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.question.ConsultationAnswer;
import org.guantong.question.Consultations;
import org.guantong.question.QuestionDemands;
import org.guantong.question.QuestionDemands.Source;
import org.guantong.question.QuestionList;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionService;
import org.guantong.question.QuestionText;
import org.guantong.question.QuestionTexts;
import org.guantong.question.ScientificQuestion;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/** Questions as JSON: the same rules and services as the pages. */
@RestController
@RequestMapping("/api")
class QuestionApi {

	private static final int LARGEST_PAGE = 100;

	private final QuestionService questions;

	private final QuestionDemands sources;

	private final Consultations consultations;

	private final QuestionPermissions permissions;

	private final QuestionTexts texts;

	private final EntryForms forms;

	QuestionApi(QuestionService questions, QuestionDemands sources, Consultations consultations,
			QuestionPermissions permissions, QuestionTexts texts, EntryForms forms) {
		this.questions = questions;
		this.sources = sources;
		this.consultations = consultations;
		this.permissions = permissions;
		this.texts = texts;
		this.forms = forms;
	}

	record AnswerJson(int consultation, long coFunderId, String coFunder, String opinion, String reasons, Instant at) {
	}

	record DemandRef(long id, String code, String title, long coFunderId) {
	}

	record QuestionJson(long id, String code, long roundId, String title, String statement, String state, String reason,
			int consultations, List<DemandRef> demands, List<AnswerJson> answers) {
	}

	record QuestionPage(List<QuestionList.Row> items, long total) {
	}

	/** One question's wordings, answers and demands to change. */
	record DemandIds(List<Long> demandIds, String title, Long questionId) {
	}

	@GetMapping("/questions")
	QuestionPage list(@AuthenticationPrincipal Person me, @RequestParam(required = false) Long round,
			@RequestParam(required = false) ScientificQuestion.State state, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
		QuestionList.Page found = questions.find(me, new QuestionList.Filter(round, state, q), Math.max(0, page),
				Math.max(1, Math.min(size, LARGEST_PAGE)));
		return new QuestionPage(found.items(), found.total());
	}

	@GetMapping("/questions/{id}")
	QuestionJson show(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return json(me, questions.require(me, id));
	}

	/** Sent: {@code title} and {@code demandIds}. */
	@PostMapping("/rounds/{id}/questions")
	@ResponseStatus(HttpStatus.CREATED)
	QuestionJson propose(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestBody Map<String, Object> input) {
		questions.requireDistiller(me);
		List<String> sent = input.get("demandIds") instanceof List<?> ids ? ids.stream().map(String::valueOf).toList()
				: List.of();
		FormData form = forms.valid("question", input, QuestionInput.candidates(sent));
		List<Long> chosen = form.choices("demandIds").stream().map(QuestionApi::id).toList();
		return json(me, questions.propose(me, id, form.text("title"), chosen));
	}

	@PutMapping("/questions/{id}/demands/{demandId}")
	QuestionJson merge(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable long demandId) {
		questions.merge(me, id, demandId);
		return show(me, id);
	}

	@DeleteMapping("/questions/{id}/demands/{demandId}")
	QuestionJson split(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable long demandId) {
		questions.split(me, id, demandId);
		return show(me, id);
	}

	/** Sent: {@code demandIds} and {@code title}; answers the new question. */
	@PostMapping("/questions/{id}/split")
	@ResponseStatus(HttpStatus.CREATED)
	QuestionJson splitOff(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody DemandIds sent) {
		questions.requireDistiller(me);
		List<Long> demands = sent.demandIds() == null ? List.of() : sent.demandIds();
		Map<String, Object> input = Map.of("title", sent.title() == null ? "" : sent.title(), "demandIds",
				demands.stream().map(String::valueOf).toList());
		FormData form = forms.valid("question", input,
				QuestionInput.candidates(demands.stream().map(String::valueOf).toList()));
		return json(me, questions.splitOff(me, id, form.text("title"), demands));
	}

	/** Sent: {@code demandIds} and {@code questionId}, the question they go to. */
	@PostMapping("/questions/{id}/move")
	QuestionJson move(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody DemandIds sent) {
		questions.requireDistiller(me);
		if (sent.questionId() == null) {
			throw InvalidInput.of("questionId", "form.required");
		}
		questions.move(me, id, sent.questionId(), sent.demandIds() == null ? List.of() : sent.demandIds());
		return show(me, sent.questionId());
	}

	/** The wordings co-funders were asked about, the first one first. */
	@GetMapping("/questions/{id}/texts")
	List<QuestionText> texts(@AuthenticationPrincipal Person me, @PathVariable long id) {
		questions.require(me, id);
		return texts.of(id);
	}

	private static long id(String sent) {
		if (!sent.matches("\\d{1,18}")) {
			throw InvalidInput.of("demandIds", "form.option");
		}
		return Long.parseLong(sent);
	}

	private QuestionJson json(Person me, ScientificQuestion question) {
		boolean watches = permissions.mayWatch(me);
		List<Source> own = sources.of(question.id())
			.stream()
			.filter((source) -> watches || source.coFunderId() == me.organisationId())
			.toList();
		List<AnswerJson> answers = consultations.of(question.id())
			.stream()
			.filter((answer) -> watches || answer.coFunderId() == me.organisationId())
			.map(QuestionApi::json)
			.toList();
		return new QuestionJson(question.id(), question.code(), question.roundId(), question.title(),
				question.statement(), question.state().name(), question.reason(), question.consultationNumber(),
				refs(own), answers);
	}

	private static AnswerJson json(ConsultationAnswer answer) {
		return new AnswerJson(answer.consultationNumber(), answer.coFunderId(), answer.coFunderName(),
				answer.opinion().name(), answer.reasons(), answer.answeredAt());
	}

	private static List<DemandRef> refs(List<Source> demands) {
		return demands.stream()
			.map((one) -> new DemandRef(one.id(), one.code(), one.title(), one.coFunderId()))
			.toList();
	}

}
