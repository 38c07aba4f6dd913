package org.guantong.question.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.fund.Round;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.question.QuestionList;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionService;
import org.guantong.question.web.ConsultationBoard.Show;
import org.guantong.question.web.ConsultationDesk.Answer;
import org.guantong.question.web.ConsultationDesk.Asked;
import org.guantong.question.web.ConsultationDesk.Outcome;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/**
 * The consultation of a round: a co-funder answers all its questions on one page, the
 * office sees how they converge.
 */
@Controller
@RequestMapping("/rounds/{id}/consultation")
class ConsultationController {

	private static final int SIZE = 20;

	private static final int MOST_DONE = 200;

	private final ConsultationDesk desk;

	private final ConsultationBoard board;

	private final QuestionService questions;

	private final QuestionPermissions permissions;

	private final RoundService rounds;

	private final MessageSource messages;

	ConsultationController(ConsultationDesk desk, ConsultationBoard board, QuestionService questions,
			QuestionPermissions permissions, RoundService rounds, MessageSource messages) {
		this.desk = desk;
		this.board = board;
		this.questions = questions;
		this.permissions = permissions;
		this.rounds = rounds;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "ALL") Show show, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int page, @RequestParam(required = false) Integer taken,
			@RequestParam(required = false) Integer overtaken) {
		if (permissions.mayWatch(me)) {
			int shown = Math.max(0, page);
			Round round = rounds.require(me, id);
			return new ModelAndView("question/board").addObject("round", round)
				.addObject("found", board.find(round, show, q, shown, SIZE))
				.addObject("show", show)
				.addObject("shows", Show.values())
				.addObject("q", q)
				.addObject("page", shown)
				.addObject("size", SIZE);
		}
		return desk(me, id, desk.asked(me, id), Map.of()).addObject("taken", taken).addObject("overtaken", overtaken);
	}

	/** Keeps drafts, or submits every answer that was chosen. */
	@PostMapping
	ModelAndView post(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, @RequestParam(defaultValue = "") List<Long> question,
			@RequestParam(name = "_action", defaultValue = "submit") String action, Locale locale) {
		List<Answer> answers = read(question, params);
		if (action.equals("save") || action.equals("agree")) {
			boolean agree = action.equals("agree");
			return save(me, id, agree ? answers.stream().map(ConsultationController::agreeing).toList() : answers,
					locale);
		}
		try {
			Outcome outcome = desk.submit(me, id, chosen(action, answers));
			desk.save(me, id, answers);
			return new ModelAndView("redirect:/rounds/" + id + "/consultation?taken=" + outcome.taken() + "&overtaken="
					+ outcome.overtaken());
		}
		catch (InvalidInput refused) {
			return again(me, id, answers, ProblemTexts.of(refused.problems(), messages, locale),
					HttpStatus.UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * Another tab's draft is not overwritten unseen: what was typed here is shown again.
	 */
	private ModelAndView save(Person me, long id, List<Answer> answers, Locale locale) {
		Map<Long, Integer> saved = desk.save(me, id, answers);
		boolean overtaken = desk.asked(me, id)
			.stream()
			.anyMatch((one) -> !saved.containsKey(one.id())
					&& answers.stream().anyMatch((answer) -> answer.questionId() == one.id()));
		return overtaken ? again(me, id, answers,
				Map.of("", messages.getMessage("workflow.stale.draft.kept", null, locale)), HttpStatus.CONFLICT)
				: new ModelAndView("redirect:/rounds/" + id + "/consultation#submit");
	}

	private ModelAndView again(Person me, long id, List<Answer> answers, Map<String, String> problems,
			HttpStatus status) {
		Map<Long, Answer> typed = answers.stream().collect(Collectors.toMap(Answer::questionId, Function.identity()));
		ModelAndView page = desk(me, id,
				desk.asked(me, id).stream().map((one) -> with(one, typed.get(one.id()))).toList(), problems);
		page.setStatus(status);
		return page;
	}

	/** Keeps what is being typed; answers each draft's version for the next time. */
	@PostMapping("/autosave")
	@ResponseBody
	Map<Long, Integer> autosave(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> question, @RequestParam MultiValueMap<String, String> params) {
		return desk.save(me, id, read(question, params));
	}

	private ModelAndView desk(Person me, long id, List<Asked> asked, Map<String, String> problems) {
		QuestionList.Page own = questions.find(me, new QuestionList.Filter(id, null, ""), 0, MOST_DONE);
		List<Long> open = asked.stream().map(Asked::id).toList();
		return new ModelAndView("question/consultation").addObject("round", rounds.require(me, id))
			.addObject("asked", asked)
			.addObject("rest", own.items().stream().filter((row) -> !open.contains(row.id())).toList())
			.addObject("problems", problems);
	}

	/** {@code submit} means all that were chosen, {@code submit-17} question 17 alone. */
	private static List<Answer> chosen(String action, List<Answer> answers) {
		String one = action.startsWith("submit-") ? action.substring("submit-".length()) : null;
		return answers.stream()
			.filter((answer) -> one == null || one.equals(Long.toString(answer.questionId())))
			.toList();
	}

	private static Answer agreeing(Answer answer) {
		return answer.opinion().isEmpty() ? new Answer(answer.questionId(), "AGREE", "", answer.version()) : answer;
	}

	private static Asked with(Asked one, Answer typed) {
		return typed == null ? one
				: new Asked(one.question(), one.task(), one.overdue(), one.demands(), one.before(), one.title(),
						one.statement(), one.thread(), typed.opinion(), typed.reasons(), one.version(),
						one.onBehalfOf());
	}

	private static List<Answer> read(List<Long> questions, MultiValueMap<String, String> params) {
		return questions.stream()
			.distinct()
			.map((id) -> new Answer(id, first(params, "opinion-" + id), first(params, "reasons-" + id),
					version(first(params, "version-" + id))))
			.toList();
	}

	private static String first(MultiValueMap<String, String> params, String name) {
		String value = params.getFirst(name);
		return value == null ? "" : value.strip();
	}

	private static Integer version(String sent) {
		return sent.matches("\\d{1,9}") ? Integer.valueOf(sent) : null;
	}

}
