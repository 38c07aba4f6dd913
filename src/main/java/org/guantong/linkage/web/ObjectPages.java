package org.guantong.linkage.web;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.linkage.TraceNode;

/** Where a thing of the chain has its own page, for those whose pages include it. */
final class ObjectPages {

	private final Person reader;

	ObjectPages(Person reader) {
		this.reader = reader;
	}

	/** The address, or null where this reader has only the trace. */
	public String address(TraceNode node) {
		if (!node.isDisclosed()) {
			return null;
		}
		return switch (node.kind()) {
			case DEMAND -> when(isOfCoFunder(), "/demands/", node);
			case SCIENTIFIC_QUESTION -> when(isOfCoFunder(), "/questions/", node);
			case GUIDE_DIRECTION ->
				readsAll() || isOfCoFunder() || isCommittee() ? "/directions/" + node.id() : published(node);
			case PROJECT -> when(isOfCoFunder() || isOfProject(), "/projects/", node);
			case ACHIEVEMENT -> when("REGISTERED".equals(node.state()) || isOfProject(), "/achievements/", node);
			case TRANSFER -> when(isOfProject() || reader.has(Role.DEMAND_SIDE), "/transfers/", node);
			default -> null;
		};
	}

	private String when(boolean open, String path, TraceNode node) {
		return open || readsAll() ? path + node.id() : null;
	}

	private static String published(TraceNode node) {
		return "PUBLISHED".equals(node.state()) ? "/public/directions/" + node.id() : null;
	}

	private boolean readsAll() {
		return reader.readsEverything();
	}

	private boolean isCommittee() {
		return reader.has(Role.COMMITTEE);
	}

	private boolean isOfCoFunder() {
		return reader.isCoFunder();
	}

	private boolean isOfProject() {
		return reader.has(Role.PI) || reader.has(Role.HOST);
	}

}
