package org.guantong.achievement.web;

import java.util.stream.IntStream;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.achievement.AchievementClass;
import org.guantong.achievement.AchievementFilter;
import org.guantong.achievement.AchievementForm;
import org.guantong.achievement.AchievementList;
import org.guantong.achievement.AchievementService;
import org.guantong.achievement.AchievementView;
import org.guantong.achievement.Intention;
import org.guantong.fund.Fields;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.ProjectSight;

/** The registry as pages. */
@Controller
@RequestMapping("/achievements")
class AchievementController {

	private static final int HIGHEST_TRL = 9;

	private final AchievementService achievements;

	private final Fields fields;

	private final ProjectSight projects;

	AchievementController(AchievementService achievements, Fields fields, ProjectSight projects) {
		this.achievements = achievements;
		this.fields = fields;
		this.projects = projects;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) AchievementClass achievementClass,
			@RequestParam(required = false) AchievementForm form, @RequestParam(required = false) Integer trl,
			@RequestParam(required = false) Long field, @RequestParam(required = false) Intention intention,
			@RequestParam(defaultValue = "0") int page, Model model) {
		AchievementFilter filter = new AchievementFilter(text, achievementClass, form, trl, field, intention, page);
		AchievementList found = achievements.find(me, filter);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", found.rows());
		model.addAttribute("total", found.total());
		model.addAttribute("size", AchievementFilter.PAGE_SIZE);
		model.addAttribute("classes", AchievementClass.values());
		model.addAttribute("forms", AchievementForm.values());
		model.addAttribute("intentions", Intention.values());
		model.addAttribute("levels", IntStream.rangeClosed(1, HIGHEST_TRL).boxed().toList());
		model.addAttribute("fields", fields.findAllByOrderByPosition());
		model.addAttribute("mayClose", me.isOffice());
		return "achievement/list";
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Model model) {
		AchievementView view = achievements.read(me, id);
		model.addAttribute("view", view);
		model.addAttribute("seesProject", projects.includes(me, view.project().id()));
		model.addAttribute("mayDeclare", me.has(Role.DEMAND_SIDE));
		return "achievement/show";
	}

}
