package org.guantong.project.web;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.project.change.ChangeService;
import org.guantong.project.change.NewChange;
import org.guantong.project.change.ProjectChange;

/** Changes of projects as JSON. */
@RestController
@RequestMapping("/api/projects/{id}/changes")
class ChangeApi {

	private final ChangeService changes;

	ChangeApi(ChangeService changes) {
		this.changes = changes;
	}

	@GetMapping
	List<ProjectChange> all(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return changes.of(actor, id);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	ProjectChange apply(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody NewChange wanted) {
		return changes.apply(actor, id, wanted);
	}

	@PostMapping("/{change}/withdraw")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long change) {
		changes.withdraw(actor, change);
	}

}
