package org.guantong.guide.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.guantong.guide.GuideDirection;
import org.guantong.guide.drafting.CareService;
import org.guantong.guide.drafting.DirectionOfficers;
import org.guantong.guide.drafting.Passage;
import org.guantong.guide.drafting.Progress;
import org.guantong.guide.drafting.RemarkService;
import org.guantong.guide.drafting.Threads;
import org.guantong.guide.drafting.WordingService;
import org.guantong.identity.Person;

/**
 * What the office sees beside directions: the next step of each and whom it waits for,
 * who looks after it, what was remarked.
 */
@Component
class OfficeDesk {

	private final Progress progress;

	private final DirectionOfficers officers;

	private final Threads threads;

	private final RemarkService remarks;

	private final WordingService wording;

	private final CareService care;

	OfficeDesk(Progress progress, DirectionOfficers officers, Threads threads, RemarkService remarks,
			WordingService wording, CareService care) {
		this.progress = progress;
		this.officers = officers;
		this.threads = threads;
		this.remarks = remarks;
		this.wording = wording;
		this.care = care;
	}

	void addTo(Model model, Collection<Long> directions, Locale locale) {
		model.addAttribute("progress", progress.of(directions, locale));
		model.addAttribute("officers", officers.names(directions));
		model.addAttribute("remarked", threads.open(List.copyOf(directions)));
	}

	void addRemarks(Model model, Person actor, GuideDirection direction) {
		model.addAttribute("passages", Passage.of(direction.content()));
		model.addAttribute("threads", remarks.of(actor, direction.id()));
		model.addAttribute("wording", wording.of(actor, direction.id()));
		model.addAttribute("mayRemark", actor.isOffice() && !direction.isPublished());
		model.addAttribute("candidates", actor.isOffice() ? care.candidates(actor) : List.of());
		model.addAttribute("cares", actor.isOffice() && direction.state().isWithdrawable());
	}

}
