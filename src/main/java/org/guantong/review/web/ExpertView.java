package org.guantong.review.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Organisation;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.review.Expert;
import org.guantong.review.ExpertService;
import org.guantong.review.certificate.CertificateService;
import org.guantong.review.directory.ExpertFileService;
import org.guantong.review.directory.TieKind;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** Lays out an expert's page, with what was typed and what is wrong with it. */
@Component
class ExpertView {

	private final ExpertService experts;

	private final ExpertFileService files;

	private final CertificateService certificates;

	private final Organisations organisations;

	private final MessageSource messages;

	ExpertView(ExpertService experts, ExpertFileService files, CertificateService certificates,
			Organisations organisations, MessageSource messages) {
		this.experts = experts;
		this.files = files;
		this.certificates = certificates;
		this.organisations = organisations;
		this.messages = messages;
	}

	String show(Person actor, long id, ExpertInput typed, Map<String, String> problems, Model model) {
		Expert expert = experts.require(actor, id);
		boolean own = actor.id() == id;
		model.addAttribute("expert", expert);
		model.addAttribute("own", own);
		model.addAttribute("keeps", own || actor.isOffice());
		model.addAttribute("corrects", actor.isOffice());
		model.addAttribute("profile",
				typed.profile() != null ? typed.profile()
						: new ExpertInput.Profile(experts.version(actor, id), String.join(" ", expert.codes()),
								String.join(" ", expert.keywords()), Integer.toString(expert.mostPanels())));
		model.addAttribute("affiliation", typed.affiliation());
		model.addAttribute("absence", typed.absence());
		model.addAttribute("tie", typed.tie());
		model.addAttribute("file", files.read(actor, id));
		model.addAttribute("duties", experts.duties(actor, id));
		model.addAttribute("service", actor.readsEverything() ? experts.service(actor, id) : null);
		model.addAttribute("certificates", certificates.of(actor, id));
		model.addAttribute("tieKinds", TieKind.values());
		model.addAttribute("conflictKinds", ExpertController.declarable());
		model.addAttribute("problems", problems);
		model.addAttribute("organisations",
				organisations.findAll().stream().sorted(Comparator.comparing(Organisation::name)).toList());
		return "review/expert";
	}

	/** The problems of one of the page's forms, keyed by the ids of its fields. */
	Map<String, String> problems(String form, InvalidInput invalid, Locale locale) {
		Map<String, String> keyed = new LinkedHashMap<>();
		ProblemTexts.of(invalid.problems(), messages, locale)
			.forEach((field, text) -> keyed.put(form + "-" + field, text));
		return keyed;
	}

	String done(Person actor, long id, RedirectAttributes next) {
		next.addFlashAttribute("notice", "review.expert.saved");
		return "redirect:/experts/" + (actor.id() == id ? "me" : id);
	}

}
