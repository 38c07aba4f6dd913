package org.guantong.linkage.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.linkage.Trace;
import org.guantong.linkage.TraceHits;
import org.guantong.linkage.Traces;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** The linkage as pages: pick a thing, read where it came from and what came of it. */
@Controller
class TraceController {

	private static final int SIZE = 20;

	private final Traces traces;

	private final StateTexts states;

	TraceController(Traces traces, StateTexts states) {
		this.traces = traces;
		this.states = states;
	}

	@ModelAttribute("states")
	StateTexts states() {
		return states;
	}

	@GetMapping("/trace")
	String find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal Person reader, Model model) {
		TraceHits hits = traces.find(reader, q, kind.isBlank() ? null : Kind.ofSlug(kind), Math.max(0, page), SIZE);
		model.addAttribute("q", q).addAttribute("kind", kind).addAttribute("kinds", Trace.CHAIN);
		model.addAttribute("hits", hits).addAttribute("page", Math.max(0, page)).addAttribute("size", SIZE);
		return "linkage/find";
	}

	@GetMapping("/trace/{kind}/{id}")
	String trace(@PathVariable String kind, @PathVariable long id, @AuthenticationPrincipal Person reader,
			Model model) {
		Trace trace = traces.of(reader, new Ref(Kind.ofSlug(kind), id));
		model.addAttribute("trace", trace).addAttribute("chart", TraceChart.of(trace));
		model.addAttribute("names", new TraceNames(trace)).addAttribute("pages", new ObjectPages(reader));
		return "linkage/trace";
	}

}
