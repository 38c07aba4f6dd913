package org.guantong.review;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * Who may sit on a panel: those with the right role whom no conflict of interest keeps
 * from it.
 */
@Component
class Eligibility {

	private final PanelRows rows;

	private final Experts experts;

	private final Affinities affinities;

	private final Clock clock;

	Eligibility(PanelRows rows, Experts experts, Affinities affinities, Clock clock) {
		this.rows = rows;
		this.experts = experts;
		this.affinities = affinities;
		this.clock = clock;
	}

	/** All with the role and without a conflict, the best first. */
	List<Affinities.Fit> fits(Panel panel) {
		Set<Long> recused = recused(panel);
		List<Expert> free = experts.withRole(panel.purpose().role())
			.stream()
			.filter((expert) -> !recused.contains(expert.id()))
			.toList();
		return affinities.of(panel.text(), panel.codes(), free);
	}

	/** Those of them who are not on the panel and were not proposed for it. */
	List<Affinities.Fit> fitsNotAsked(Panel panel) {
		Set<Long> members = rows.members(panel.id()).stream().map(PanelMember::expertId).collect(Collectors.toSet());
		return fits(panel).stream().filter((fit) -> !members.contains(fit.expert().id())).toList();
	}

	/** The ids of experts with a conflict, on record or not yet. */
	Set<Long> recused(Panel panel) {
		Set<Long> recused = rows.conflicts(panel.id()).stream().map(Conflict::expertId).collect(Collectors.toSet());
		sameEntity(panel).forEach((expert) -> recused.add(expert.id()));
		return recused;
	}

	/** People change employers, so this is looked at again whenever the panel changes. */
	void recordFound(Panel panel) {
		sameEntity(panel).forEach((expert) -> rows.addConflict(panel.id(), expert.id(), ConflictKind.SAME_ENTITY, false,
				expert.organisation(), clock.instant()));
	}

	private List<Expert> sameEntity(Panel panel) {
		return experts.withRole(panel.purpose().role())
			.stream()
			.filter((expert) -> expert.belongsTo(panel.excludedOrganisations()))
			.toList();
	}

}
