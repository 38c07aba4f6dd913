package org.guantong.linkage.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.linkage.Traces;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * For templates: whether a link to a thing's trace leads anywhere for whoever reads the
 * page, so that nobody is sent to a page they may not see.
 */
@Component("traceLinks")
class TraceLinks {

	private final Traces traces;

	TraceLinks(Traces traces) {
		this.traces = traces;
	}

	/** Whether the reader may know the thing. */
	public boolean lead(Kind kind, long id) {
		Authentication reader = SecurityContextHolder.getContext().getAuthentication();
		return kind.isLinked() && reader != null && reader.getPrincipal() instanceof Person person
				&& traces.discloses(person, new Ref(kind, id));
	}

}
