package org.guantong.guide.web;

import java.util.List;
import java.util.Map;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.guide.desk.Desk;
import org.guantong.guide.desk.DeskDraft;
import org.guantong.guide.desk.DeskService;
import org.guantong.guide.desk.Handed;
import org.guantong.identity.Person;

/** The reviewer's desk as JSON. */
@RestController
@RequestMapping("/api/reviews")
class DeskApi {

	private final DeskService desks;

	DeskApi(DeskService desks) {
		this.desks = desks;
	}

	/**
	 * @param version the save it began from, 0 for none
	 */
	record Draft(int version, List<String> points, String recommendation, String comment) {
	}

	/**
	 * @param versions the drafts to hand in, by task
	 */
	record Submission(Map<String, Integer> versions, boolean pledge) {
	}

	@GetMapping
	Desk open(@AuthenticationPrincipal Person actor) {
		return desks.open(actor);
	}

	@PutMapping("/{task}")
	Map<String, Integer> save(@AuthenticationPrincipal Person actor, @PathVariable String task,
			@RequestBody Draft draft) {
		return Map.of("version", desks.save(actor, task,
				new DeskDraft(draft.points(), draft.recommendation(), draft.comment()), draft.version()));
	}

	@PostMapping("/submit")
	List<Handed> submit(@AuthenticationPrincipal Person actor, @RequestBody Submission wanted) {
		return desks.submit(actor, wanted.versions() == null ? Map.of() : wanted.versions(), wanted.pledge());
	}

}
