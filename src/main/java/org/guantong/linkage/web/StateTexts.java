package org.guantong.linkage.web;

import java.util.Locale;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.linkage.TraceNode;
import org.guantong.shared.Kind;

/** How states of the six kinds read, in the words of the stages' own pages. */
@Component
class StateTexts {

	private static final Set<String> GOOD = Set.of("ACCEPTED", "AGREED", "ADOPTED", "PUBLISHED", "CLOSED", "REGISTERED",
			"SIGNED", "TRANSFERRED", "COMPLETED");

	private static final Set<String> BAD = Set.of("REJECTED", "WITHDRAWN", "TERMINATED", "STOPPED", "SET_ASIDE",
			"NOT_ADOPTED", "DECLINED", "DEFERRED");

	private final MessageSource messages;

	StateTexts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The state in the reader's language; its code where its stage has no words for it.
	 */
	public String text(TraceNode node, Locale locale) {
		return messages.getMessage(stage(node.kind()) + ".state." + node.state(), null, node.state(), locale);
	}

	/** The colour of its badge. */
	public String tone(TraceNode node) {
		if (GOOD.contains(node.state())) {
			return "state-good";
		}
		return BAD.contains(node.state()) ? "state-bad" : "state-now";
	}

	private static String stage(Kind kind) {
		return switch (kind) {
			case SCIENTIFIC_QUESTION -> "question";
			case GUIDE_DIRECTION -> "guide";
			default -> kind.slug();
		};
	}

}
