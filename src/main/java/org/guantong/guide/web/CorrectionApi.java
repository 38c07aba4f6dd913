package org.guantong.guide.web;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.guide.DirectionContent;
import org.guantong.guide.edition.Correction;
import org.guantong.guide.edition.CorrectionService;
import org.guantong.guide.edition.Edition;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** Corrections of a published guide as JSON. */
@RestController
@RequestMapping("/api/guides/{roundId}/correction")
class CorrectionApi {

	private final CorrectionService corrections;

	CorrectionApi(CorrectionService corrections) {
		this.corrections = corrections;
	}

	record Begun(String reason) {
	}

	record Seen(int version, String remark) {
	}

	record Text(int version, String title, List<String> applicationCodes, String text, String category,
			BigDecimal intensity, String expectedApplication) {
	}

	@GetMapping
	Correction open(@AuthenticationPrincipal Person actor, @PathVariable long roundId) {
		return corrections.underWay(actor, roundId).orElseThrow(() -> NotFound.of(Kind.GUIDE, roundId));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Edition begin(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestBody Begun wanted) {
		return corrections.begin(actor, roundId, wanted.reason());
	}

	@PutMapping("/directions/{id}")
	Correction write(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @PathVariable long id,
			@RequestBody Text wanted) {
		corrections.write(actor, roundId, wanted.version(), id,
				new DirectionContent(wanted.title(), wanted.applicationCodes(), wanted.text(), wanted.category(),
						wanted.intensity(), wanted.expectedApplication()));
		return open(actor, roundId);
	}

	@PostMapping("/proposal")
	Correction propose(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestBody Seen seen) {
		corrections.propose(actor, roundId, seen.version());
		return open(actor, roundId);
	}

	@PostMapping("/confirmation")
	Edition confirm(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestBody Seen seen) {
		return corrections.confirm(actor, roundId, seen.version());
	}

	@PostMapping("/return")
	Correction giveBack(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestBody Seen seen) {
		corrections.giveBack(actor, roundId, seen.version(), seen.remark());
		return open(actor, roundId);
	}

	@PostMapping("/drop")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void drop(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestBody Seen seen) {
		corrections.drop(actor, roundId, seen.version());
	}

}
