package org.guantong.guide.web;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.guide.DirectionService;
import org.guantong.guide.DirectionVersion;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.drafting.EditingService;
import org.guantong.identity.Person;

/** All texts of a direction: compare any two, bring one back. */
@Controller
class HistoryController {

	private final EditingService editing;

	private final DirectionService directions;

	HistoryController(EditingService editing, DirectionService directions) {
		this.editing = editing;
		this.directions = directions;
	}

	/**
	 * @param from number of the earlier text; the one before the latest unless chosen
	 * @param all whether to show the steps in between that were kept by themselves, too
	 */
	@GetMapping("/directions/{id}/versions")
	String versions(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) Integer from, @RequestParam(required = false) Integer to,
			@RequestParam(required = false) String all, Model model) {
		GuideDirection direction = directions.read(actor, id);
		List<DirectionVersion> versions = editing.history(actor, id, all != null);
		model.addAttribute("direction", direction);
		model.addAttribute("versions", versions);
		model.addAttribute("all", all != null);
		model.addAttribute("restores", actor.isOffice() && direction.state().isEditable());
		if (!versions.isEmpty()) {
			int later = to != null ? to : versions.get(0).number();
			int earlier = from != null ? from : versions.get(Math.min(1, versions.size() - 1)).number();
			model.addAttribute("from", Math.min(earlier, later));
			model.addAttribute("to", Math.max(earlier, later));
			model.addAttribute("changes",
					editing.changes(actor, id, Math.min(earlier, later), Math.max(earlier, later)));
		}
		return "guide/history";
	}

	/**
	 * @param version of the direction when the history was looked at
	 */
	@PostMapping("/directions/{id}/versions/{number}/restore")
	String restore(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable int number,
			@RequestParam int version, RedirectAttributes next) {
		directions.restore(actor, id, version, number);
		next.addFlashAttribute("restored", number);
		return "redirect:/directions/" + id + "/versions";
	}

}
