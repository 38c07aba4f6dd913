package org.guantong.midterm.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermDetail;
import org.guantong.midterm.MidtermFigure;
import org.guantong.midterm.MidtermFilter;
import org.guantong.midterm.MidtermOpinion;
import org.guantong.midterm.MidtermLetterService;
import org.guantong.midterm.MidtermPage;
import org.guantong.midterm.MidtermRectification;
import org.guantong.midterm.MidtermReport;
import org.guantong.midterm.MidtermReview;
import org.guantong.midterm.MidtermService;
import org.guantong.midterm.MidtermSettings;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.MidtermWords;
import org.guantong.midterm.SeasonService;

/** Mid-term checks as JSON; what people decide in them goes through their tasks. */
@RestController
@RequestMapping("/api")
class MidtermApi {

	private final MidtermService service;

	private final SeasonService seasons;

	private final MidtermBoard board;

	private final MidtermLetterService letters;

	private final MidtermWords words;

	MidtermApi(MidtermService service, SeasonService seasons, MidtermBoard board, MidtermLetterService letters,
			MidtermWords words) {
		this.service = service;
		this.seasons = seasons;
		this.board = board;
		this.letters = letters;
		this.words = words;
	}

	record Due(LocalDate dueOn) {
	}

	record Days(LocalDate from, LocalDate until) {
	}

	record Opened(long id, String code, long projectId, LocalDate dueOn) {

		static Opened of(MidtermCheck check) {
			return new Opened(check.id(), check.code(), check.projectId(), check.dueOn());
		}

	}

	record FigureJson(String kind, String name, BigDecimal planned, BigDecimal spent, BigDecimal ratePercent,
			BigDecimal elapsedPercent, int daysLate, String flag, String explanation) {
	}

	record DecisionJson(long id, String decision, String suggestion, String remarks, LocalDate rectifyBy,
			boolean issued, String letterNumber) {
	}

	record CheckJson(long id, String code, long projectId, String projectCode, String title, int season,
			LocalDate dueOn, MidtermState state, String suggestion, MidtermReport report, List<FigureJson> figures,
			List<MidtermReview> reviews, List<MidtermOpinion> opinions, List<DecisionJson> decisions,
			List<MidtermRectification> rectifications) {
	}

	@PostMapping("/projects/{id}/midterm-checks")
	@ResponseStatus(HttpStatus.CREATED)
	Opened open(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Due due) {
		return Opened.of(service.open(actor, id, due.dueOn()));
	}

	@PostMapping("/rounds/{id}/midterm-checks")
	@ResponseStatus(HttpStatus.CREATED)
	List<Opened> openSeason(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Due due) {
		return service.openSeason(actor, id, due.dueOn()).stream().map(Opened::of).toList();
	}

	@PostMapping("/funds/{id}/midterm-checks")
	@ResponseStatus(HttpStatus.CREATED)
	List<Opened> openFundSeason(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Due due) {
		return service.openFundSeason(actor, id, due.dueOn()).stream().map(Opened::of).toList();
	}

	/** Opens the checks of a fund's projects whose half-time lies within those days. */
	@PostMapping("/funds/{id}/midterm-seasons")
	@ResponseStatus(HttpStatus.CREATED)
	List<Opened> openBetween(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Days days) {
		return seasons.open(actor, id, days.from(), days.until()).stream().map(Opened::of).toList();
	}

	@GetMapping("/midterm-checks")
	MidtermPage list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) MidtermState state, @RequestParam(defaultValue = "") String due,
			@RequestParam(required = false) Integer season, @RequestParam(defaultValue = "0") int page) {
		return board.find(actor, new MidtermFilter(text, state, due, season, page));
	}

	@GetMapping("/midterm-checks/{id}")
	CheckJson show(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		MidtermDetail detail = board.detail(actor, id);
		MidtermCheck check = detail.check();
		return new CheckJson(check.id(), check.code(), check.projectId(), detail.project().code(),
				detail.project().title(), check.season(), check.dueOn(), check.state(),
				detail.office() ? check.suggestion() : null, detail.report(),
				detail.figures().stream().map(this::figure).toList(), detail.reviews(), detail.opinions(),
				detail.decisions()
					.stream()
					.map((one) -> new DecisionJson(one.id(), one.decision(), detail.office() ? one.suggestion() : null,
							one.remarks(), one.rectifyBy(), one.issuedAt() != null, one.letterNumber()))
					.toList(),
				detail.rectifications());
	}

	@GetMapping("/midterm-checks/{id}/letters/{decision}/letter.pdf")
	ResponseEntity<byte[]> letter(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@PathVariable long decision, Locale locale) {
		return letters.letter(actor, id, decision, locale).download();
	}

	@GetMapping("/rounds/{id}/midterm-settings")
	MidtermSettings settings(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return service.settings(actor, id);
	}

	@PutMapping("/rounds/{id}/midterm-settings")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void changeSettings(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody MidtermSettings wanted) {
		service.changeSettings(actor, id, wanted);
	}

	private FigureJson figure(MidtermFigure figure) {
		return new FigureJson(figure.kind(), figure.name(), figure.planned(), figure.spent(), figure.ratePercent(),
				figure.elapsedPercent(), figure.daysLate(), figure.flag(), words.explain(figure));
	}

}
