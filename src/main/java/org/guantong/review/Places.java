package org.guantong.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.identity.People;
import org.guantong.shared.InvalidInput;

/** Puts those on a panel whom the office has chosen, unless a conflict forbids it. */
@Component
class Places {

	private final PanelRows rows;

	private final Eligibility eligibility;

	private final People people;

	Places(PanelRows rows, Eligibility eligibility, People people) {
		this.rows = rows;
		this.eligibility = eligibility;
		this.people = people;
	}

	/** Those without a conflict who are not on the panel, the best first. */
	List<Candidate> free(Panel panel) {
		return notAsked(panel, eligibility.candidates(panel));
	}

	/**
	 * @throws InvalidInput naming, at {@code experts} or {@code reserves}, somebody who
	 * cannot sit on this panel
	 */
	void put(Panel panel, List<Long> chosen, List<Long> inReserve) {
		List<Candidate> free = recorded(panel);
		put(panel, free, chosen, true, "experts");
		put(panel, free, inReserve.stream().filter((expert) -> !chosen.contains(expert)).toList(), false, "reserves");
	}

	void putMore(Panel panel, List<Long> chosen) {
		put(panel, recorded(panel), chosen, true, "moreExperts");
	}

	/** One more in reserve, asked first of all or last. */
	void putInReserve(Panel panel, long expert, boolean first) {
		rows.forgetRemoved(panel.id(), expert);
		List<Integer> taken = rows.members(panel.id()).stream().map(PanelMember::position).toList();
		int position = first ? taken.stream().min(Integer::compare).orElse(1) - 1
				: taken.stream().max(Integer::compare).orElse(-1) + 1;
		rows.add(panel.id(), require(recorded(panel), expert, "expertId"), false, position);
	}

	private void put(Panel panel, List<Candidate> free, List<Long> wanted, boolean chosen, String field) {
		int position = 0;
		for (long expert : new LinkedHashSet<>(wanted)) {
			rows.add(panel.id(), require(free, expert, field), chosen, position++);
		}
	}

	private Candidate require(List<Candidate> free, long expert, String field) {
		return free.stream()
			.filter((one) -> one.expert().id() == expert)
			.findFirst()
			.orElseThrow(() -> InvalidInput.of(field, "review.notEligible", people.require(expert).name()));
	}

	/** Those who may join, after what was found of the others went on record. */
	private List<Candidate> recorded(Panel panel) {
		List<Candidate> all = eligibility.candidates(panel);
		eligibility.record(panel, all);
		return notAsked(panel, all);
	}

	private List<Candidate> notAsked(Panel panel, List<Candidate> all) {
		Set<Long> members = rows.members(panel.id()).stream().map(PanelMember::expertId).collect(Collectors.toSet());
		return all.stream().filter((one) -> one.isFree() && !members.contains(one.expert().id())).toList();
	}

}
