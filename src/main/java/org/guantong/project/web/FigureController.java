package org.guantong.project.web;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import org.guantong.identity.Person;
import org.guantong.project.figure.ProjectFigureService;
import org.guantong.project.figure.ProjectFigures;

/** A project in pictures, each with its table; made to be printed, too. */
@Controller
class FigureController {

	private final ProjectFigureService figures;

	private final Clock clock;

	FigureController(ProjectFigureService figures, Clock clock) {
		this.figures = figures;
		this.clock = clock;
	}

	@GetMapping("/projects/{id}/figures")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		model.addAttribute("figures", figures.of(actor, id));
		model.addAttribute("today", LocalDate.now(clock));
		return "project/figures";
	}

	@GetMapping("/api/projects/{id}/figures")
	@ResponseBody
	ProjectFigures json(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return figures.of(actor, id);
	}

}
