package org.guantong.review.web;

import java.util.List;

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

import org.guantong.identity.Person;
import org.guantong.review.Candidate;
import org.guantong.review.ExpertPage;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;
import org.guantong.review.PanelDeskService;
import org.guantong.review.PanelSheet;
import org.guantong.review.directory.ExpertFile;
import org.guantong.review.directory.ExpertFileService;
import org.guantong.review.directory.NewAbsence;
import org.guantong.review.directory.NewAffiliation;
import org.guantong.review.directory.NewTie;

/** Experts and panels as JSON, under the same rules as the pages. */
@RestController
@RequestMapping("/api")
class ReviewApi {

	private static final int LARGEST_PAGE = 100;

	private final ExpertService experts;

	private final ExpertFileService files;

	private final PanelDeskService desk;

	ReviewApi(ExpertService experts, ExpertFileService files, PanelDeskService desk) {
		this.experts = experts;
		this.files = files;
		this.desk = desk;
	}

	record Addition(long expertId, boolean invited) {
	}

	record Removal(String reason, Long replacement) {
	}

	record Naming(long expertId, String namedBy, String reason) {
	}

	@GetMapping("/experts")
	ExpertPage find(@AuthenticationPrincipal Person actor, ExpertController.Filter filter,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "25") int size) {
		return experts.find(actor, filter.filter(), Math.max(0, page), Math.min(Math.max(1, size), LARGEST_PAGE));
	}

	@GetMapping("/experts/{id}")
	ExpertFile file(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		experts.require(actor, id);
		return files.read(actor, id);
	}

	@PutMapping("/experts/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void describe(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody NewExpertProfile profile) {
		experts.describe(actor, id, profile);
	}

	@PostMapping("/experts/{id}/affiliations")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void affiliate(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody NewAffiliation wanted) {
		files.addAffiliation(actor, id, wanted);
	}

	@PostMapping("/experts/{id}/absences")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void away(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody NewAbsence wanted) {
		files.addAbsence(actor, id, wanted);
	}

	@PostMapping("/experts/{id}/ties")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void tie(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody NewTie wanted) {
		files.addTie(actor, id, wanted);
	}

	@GetMapping("/panels/{id}")
	PanelSheet panel(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return desk.read(actor, id);
	}

	@GetMapping("/panels/{id}/candidates")
	List<Candidate> candidates(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(defaultValue = "") String q) {
		return desk.search(actor, id, q);
	}

	@PostMapping("/panels/{id}/propose")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void propose(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		desk.proposeAgain(actor, id);
	}

	@PostMapping("/panels/{id}/members")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void add(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Addition wanted) {
		desk.add(actor, id, wanted.expertId(), wanted.invited());
	}

	@PostMapping("/panels/members/{member}/remove")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@AuthenticationPrincipal Person actor, @PathVariable long member, @RequestBody Removal wanted) {
		desk.remove(actor, member, wanted.reason() == null ? "" : wanted.reason(), wanted.replacement());
	}

	@PostMapping("/panels/{id}/exclusions")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void exclude(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Naming wanted) {
		desk.exclude(actor, id, wanted.expertId(), wanted.namedBy() == null ? "" : wanted.namedBy(),
				wanted.reason() == null ? "" : wanted.reason());
	}

}
