package org.guantong.linkage.web;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.linkage.Trace;
import org.guantong.linkage.TraceEdge;
import org.guantong.linkage.TraceHits;
import org.guantong.linkage.TraceNode;
import org.guantong.linkage.Traces;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** The linkage as JSON. */
@RestController
@RequestMapping("/api/trace")
class TraceApi {

	private static final int LARGEST_PAGE = 100;

	private final Traces traces;

	TraceApi(Traces traces) {
		this.traces = traces;
	}

	/**
	 * Of a thing the caller may not know, only {@code ref} and {@code kind} are given.
	 */
	record Node(String ref, String kind, Long id, String code, String title, String state) {

		static Node of(TraceNode node) {
			return new Node(node.ref(), node.kind().slug(), node.id(), node.code(), node.title(), node.state());
		}

	}

	/** {@code from} and {@code to} are the {@code ref} of nodes. */
	record Answer(List<Node> nodes, List<TraceEdge> edges) {
	}

	record Found(List<Node> items, long total) {
	}

	@GetMapping("/{kind}/{id}")
	Answer trace(@PathVariable String kind, @PathVariable long id, @AuthenticationPrincipal Person reader) {
		Trace trace = traces.of(reader, new Ref(Kind.ofSlug(kind), id));
		return new Answer(trace.nodes().stream().map(Node::of).toList(), trace.edges());
	}

	@GetMapping
	Found find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size,
			@AuthenticationPrincipal Person reader) {
		TraceHits hits = traces.find(reader, q, kind.isBlank() ? null : Kind.ofSlug(kind), Math.max(0, page),
				Math.max(1, Math.min(size, LARGEST_PAGE)));
		return new Found(hits.nodes().stream().map(Node::of).toList(), hits.total());
	}

}
