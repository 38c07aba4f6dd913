package org.guantong.midterm.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermFilter;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.batch.BatchLine;
import org.guantong.midterm.batch.BatchOrder;
import org.guantong.midterm.batch.MidtermBatchService;

/**
 * One thing done to many checks, for programs: first what would become of whom, then it.
 */
@RestController
@RequestMapping("/api/midterm-checks/batch")
class MidtermBatchApi {

	private final MidtermBatchService batch;

	private final MessageSource messages;

	MidtermBatchApi(MidtermBatchService batch, MessageSource messages) {
		this.batch = batch;
		this.messages = messages;
	}

	/** The checks a search finds; null or empty means any. */
	record Search(String text, MidtermState state, String due, Integer season, BatchOrder order) {
	}

	record Chosen(List<Long> ids, BatchOrder order) {
	}

	record LineJson(long id, String code, String outcome, String sentence) {
	}

	@PostMapping("/preview")
	List<LineJson> preview(@AuthenticationPrincipal Person actor, @RequestBody Search search, Locale locale) {
		MidtermFilter filter = new MidtermFilter(search.text(), search.state(), search.due(), search.season(), 0);
		return json(batch.preview(actor, filter, search.order()), locale);
	}

	@PostMapping
	List<LineJson> run(@AuthenticationPrincipal Person actor, @RequestBody Chosen chosen, Locale locale) {
		return json(batch.run(actor, chosen.ids() == null ? List.of() : chosen.ids(), chosen.order()), locale);
	}

	private List<LineJson> json(List<BatchLine> lines, Locale locale) {
		return lines.stream()
			.map((line) -> new LineJson(line.check().id(), line.check().code(), line.outcome().name(),
					messages.getMessage(line.messageKey(), line.arguments().toArray(), locale)))
			.toList();
	}

}
