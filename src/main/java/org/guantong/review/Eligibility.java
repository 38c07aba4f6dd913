package org.guantong.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.identity.Role;
import org.guantong.review.Candidate.Finding;
import org.guantong.review.directory.RelationRows;
import org.guantong.review.directory.Relations;

/**
 * Who may sit on a panel: those with the right role whom no conflict of interest keeps
 * from it. People and demands change, so this is looked at again each time.
 */
@Component
class Eligibility {

	private final PanelRows rows;

	private final Exclusions exclusions;

	private final Experts experts;

	private final RelationRows relations;

	private final Affinities affinities;

	private final ConflictFinder conflicts;

	private final Clock clock;

	Eligibility(PanelRows rows, Exclusions exclusions, Experts experts, RelationRows relations, Affinities affinities,
			ConflictFinder conflicts, Clock clock) {
		this.rows = rows;
		this.exclusions = exclusions;
		this.experts = experts;
		this.relations = relations;
		this.affinities = affinities;
		this.conflicts = conflicts;
		this.clock = clock;
	}

	/** Everybody with a role and what is known of them, for several panels. */
	final class Pool {

		private final Relations known;

		private final Affinities.Scale scale;

		private Pool(List<Expert> all) {
			this.known = relations.of(all.stream().map(Expert::id).toList());
			this.scale = affinities.scale(all);
		}

		/** All of them as candidates for that panel, the best first. */
		List<Candidate> candidates(Panel panel) {
			Interests interests = conflicts.interests(panel);
			Map<Long, List<Finding>> onRecord = onRecord(panel);
			return scale.of(panel.text(), panel.codes())
				.stream()
				.map((fit) -> new Candidate(fit.expert(), fit.affinity(), fit.matchedCodes(), fit.sharedTerms(),
						findings(interests, fit.expert(), onRecord), isAbsent(panel, fit.expert())))
				.toList();
		}

		private List<Finding> findings(Interests interests, Expert expert, Map<Long, List<Finding>> onRecord) {
			List<Finding> all = new ArrayList<>(conflicts.find(interests, expert, known));
			onRecord.getOrDefault(expert.id(), List.of())
				.stream()
				.filter((one) -> all.stream().noneMatch((other) -> other.kind() == one.kind()))
				.forEach(all::add);
			return all;
		}

		private boolean isAbsent(Panel panel, Expert expert) {
			return away(panel, expert.id(), known);
		}

	}

	/** Everybody with that role. */
	Pool pool(Role role) {
		return new Pool(experts.withRole(role));
	}

	/** Everybody with the role, the best first. */
	List<Candidate> candidates(Panel panel) {
		return pool(panel.purpose().role()).candidates(panel);
	}

	/** What keeps that expert from that panel now, excluded by name included. */
	List<Finding> findings(Panel panel, long expertId) {
		List<Finding> found = new ArrayList<>();
		experts.find(expertId)
			.ifPresent((expert) -> found
				.addAll(conflicts.find(conflicts.interests(panel), expert, relations.of(List.of(expertId)))));
		found.addAll(excluded(panel).getOrDefault(expertId, List.of()));
		return found;
	}

	/** Whether somebody in reserve may and can take a place today. */
	boolean canJoin(Panel panel, long expertId) {
		Expert expert = experts.find(expertId).orElse(null);
		return expert != null && expert.load() < expert.mostPanels() && findings(panel, expertId).isEmpty()
				&& !onRecord(panel).containsKey(expertId) && !isAbsent(panel, expertId);
	}

	/**
	 * Whether an expert is away on more than half of the days on which they would have to
	 * answer and to review.
	 */
	boolean isAbsent(Panel panel, long expertId) {
		return away(panel, expertId, relations.of(List.of(expertId)));
	}

	private boolean away(Panel panel, long expertId, Relations known) {
		LocalDate today = LocalDate.now(clock);
		int days = panel.answerDays() + panel.reviewDays();
		long away = known.absencesOf(expertId)
			.stream()
			.mapToLong((absence) -> absence.daysWithin(today, today.plusDays(days - 1)))
			.sum();
		return 2 * away > days;
	}

	/** Puts what was found on record. */
	void record(Panel panel, List<Candidate> candidates) {
		candidates.forEach((candidate) -> candidate.conflicts()
			.forEach((finding) -> rows.addConflict(panel.id(), candidate.expert().id(), finding.kind(), false,
					finding.evidence(), clock.instant())));
	}

	/** Declared, found before, or excluded by name. */
	private Map<Long, List<Finding>> onRecord(Panel panel) {
		Map<Long, List<Finding>> found = excluded(panel);
		rows.conflicts(panel.id())
			.forEach((conflict) -> found.computeIfAbsent(conflict.expertId(), (id) -> new ArrayList<>())
				.add(new Finding(conflict.kind(), conflict.note() == null ? "" : conflict.note())));
		return found;
	}

	private Map<Long, List<Finding>> excluded(Panel panel) {
		Map<Long, List<Finding>> found = new HashMap<>();
		exclusions.of(panel.subject())
			.forEach((exclusion) -> found.computeIfAbsent(exclusion.expertId(), (id) -> new ArrayList<>())
				.add(new Finding(ConflictKind.NAMED, exclusion.namedBy() + "：" + exclusion.reason())));
		return found;
	}

}
