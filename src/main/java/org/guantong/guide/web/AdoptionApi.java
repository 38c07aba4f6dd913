package org.guantong.guide.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
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

import org.guantong.guide.adoption.CommitteeService;
import org.guantong.guide.adoption.CommitteeSession;
import org.guantong.guide.adoption.SessionEntry;
import org.guantong.guide.adoption.SessionSheet;
import org.guantong.guide.adoption.SignOffService;
import org.guantong.identity.Person;

/** Signing off many directions, and sessions of the committee, as JSON. */
@RestController
@RequestMapping("/api")
class AdoptionApi {

	private static final int LARGEST_PAGE = 100;

	private final SignOffService signOff;

	private final CommitteeService committee;

	AdoptionApi(SignOffService signOff, CommitteeService committee) {
		this.signOff = signOff;
		this.committee = committee;
	}

	record SignOffPage(List<SignOffService.Waiting> items, long total) {
	}

	record Answers(List<SignOffService.Answer> answers) {
	}

	/**
	 * @param problems by task, the key of the sentence that says why it was not taken
	 */
	record Taken(int taken, Map<String, String> problems) {
	}

	record Seen(int version) {
	}

	record Recorded(int version, SessionSheet session) {
	}

	record Created(long id) {
	}

	@GetMapping("/sign-off")
	SignOffPage waiting(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return new SignOffPage(signOff.waiting(actor, Math.max(0, page), Math.max(1, Math.min(size, LARGEST_PAGE))),
				signOff.count(actor));
	}

	@PostMapping("/sign-off")
	Taken answer(@AuthenticationPrincipal Person actor, @RequestBody Answers wanted) {
		SignOffService.Outcome outcome = signOff.answer(actor, wanted.answers());
		return new Taken(outcome.taken(),
				outcome.problems()
					.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue().messageKey())));
	}

	@GetMapping("/adoption-sessions")
	List<SessionEntry> all(@AuthenticationPrincipal Person actor) {
		return committee.all(actor);
	}

	@PostMapping("/rounds/{roundId}/adoption-sessions")
	@ResponseStatus(HttpStatus.CREATED)
	Created call(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestBody SessionSheet sheet) {
		return new Created(committee.call(actor, roundId, sheet));
	}

	@GetMapping("/adoption-sessions/{id}")
	CommitteeSession open(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return committee.open(actor, id);
	}

	@PutMapping("/adoption-sessions/{id}")
	CommitteeSession save(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Recorded wanted) {
		return committee.save(actor, id, wanted.version(), wanted.session());
	}

	@PostMapping("/adoption-sessions/{id}/close")
	CommitteeSession close(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Seen seen) {
		return committee.close(actor, id, seen.version());
	}

}
