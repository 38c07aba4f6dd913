package org.guantong.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.review.directory.Affiliation;
import org.guantong.review.directory.Relations;
import org.guantong.review.directory.Tie;
import org.guantong.shared.Kind;

/** Finds conflicts of interest with their evidence, before anybody is invited. */
@Component
class ConflictFinder {

	private final Map<Kind, SubjectInterests> stages;

	private final Clock clock;

	ConflictFinder(List<SubjectInterests> stages, Clock clock) {
		this.stages = stages.stream().collect(Collectors.toMap(SubjectInterests::kind, Function.identity()));
		this.clock = clock;
	}

	/** Those the stage tells of today, and those the panel was proposed with. */
	Interests interests(Panel panel) {
		Set<Long> stored = Set.copyOf(panel.excludedOrganisations());
		SubjectInterests stage = stages.get(panel.subject().kind());
		return stage == null ? Interests.ofOrganisations(stored) : stage.of(panel.subject().id()).and(stored);
	}

	/** Why that expert must not review; empty when nothing stands against it. */
	List<Candidate.Finding> find(Interests interests, Expert expert, Relations relations) {
		List<Candidate.Finding> found = new ArrayList<>();
		entity(interests, expert, relations)
			.ifPresent((evidence) -> found.add(new Candidate.Finding(ConflictKind.SAME_ENTITY, evidence)));
		String own = interests.ownWork().get(expert.id());
		if (own != null) {
			found.add(new Candidate.Finding(ConflictKind.OWN_APPLICATION, own));
		}
		int firstYear = LocalDate.now(clock).getYear() - interests.recusalYears();
		relations.tiesOf(expert.id())
			.stream()
			.filter((tie) -> tie.since(firstYear) && binds(tie, interests))
			.forEach(
					(tie) -> found.add(new Candidate.Finding(ConflictKind.valueOf(tie.kind().name()), tie.evidence())));
		return found;
	}

	private Optional<String> entity(Interests interests, Expert expert, Relations relations) {
		if (interests.organisations().contains(expert.organisationId())) {
			return Optional.of(expert.organisation());
		}
		LocalDate first = LocalDate.now(clock).minusYears(interests.recusalYears());
		return relations.affiliationsOf(expert.id())
			.stream()
			.filter((one) -> one.since(first) && interests.organisations().contains(one.organisationId()))
			.findFirst()
			.map(ConflictFinder::evidence);
	}

	private static String evidence(Affiliation one) {
		if (one.from() == null && one.until() == null) {
			return one.organisation();
		}
		return one.organisation() + " " + (one.from() == null ? "" : one.from()) + " – "
				+ (one.until() == null ? "" : one.until());
	}

	/** A tie to a person, or to an organisation as a whole. */
	private static boolean binds(Tie tie, Interests interests) {
		if (tie.otherId() == null && tie.otherName().isEmpty()) {
			return interests.organisations().contains(tie.organisationId());
		}
		return interests.people()
			.stream()
			.anyMatch((party) -> party.is(tie.otherId(), tie.otherName(), tie.organisationId()));
	}

}
