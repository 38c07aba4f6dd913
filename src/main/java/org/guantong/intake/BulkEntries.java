package org.guantong.intake;

import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** What can be entered in bulk, over all stages. */
@Component
class BulkEntries {

	private final List<BulkEntry> entries;

	BulkEntries(List<BulkEntry> entries) {
		this.entries = entries;
	}

	BulkEntry require(Kind kind) {
		return entries.stream()
			.filter((one) -> one.kind() == kind)
			.findFirst()
			.orElseThrow(() -> new NotFound("bulk entry", kind));
	}

}
