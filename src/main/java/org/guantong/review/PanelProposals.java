package org.guantong.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.matching.Assignment;
import org.guantong.matching.AssignmentPlan;
import org.guantong.matching.AssignmentPlan.Reason;
import org.guantong.matching.AssignmentPlan.Shortfall;
import org.guantong.matching.AssignmentProblem;
import org.guantong.matching.AssignmentProblem.Item;
import org.guantong.matching.AssignmentProblem.Pair;

/**
 * Seats experts on one panel or on many at once, so that the whole suits best while
 * nobody has a conflict of interest, nobody carries too much and no two of a panel have
 * the same employer. Called by the stages, which have checked who may.
 */
@Component
@Transactional
public class PanelProposals {

	/** Experts proposed for each place, so that enough are left when some decline. */
	private static final int PROPOSED_PER_PLACE = 4;

	private final PanelRows rows;

	private final Eligibility eligibility;

	private final Assignment assignment;

	private final PanelTrail trail;

	private final AuditTrail audit;

	PanelProposals(PanelRows rows, Eligibility eligibility, Assignment assignment, PanelTrail trail, AuditTrail audit) {
		this.rows = rows;
		this.eligibility = eligibility;
		this.assignment = assignment;
		this.trail = trail;
		this.audit = audit;
	}

	/**
	 * Proposes anew for all those panels together; those of which somebody was asked
	 * already are left as they are. Who the office took off a panel is not proposed for
	 * it again.
	 * @param actor null for the system
	 * @return how many were proposed for
	 */
	public int propose(Person actor, Collection<Long> panelIds) {
		List<Panel> open = panelIds.stream().distinct().sorted().map(this::locked).filter(this::nobodyAsked).toList();
		Map<Purpose, List<Panel>> byPurpose = new EnumMap<>(Purpose.class);
		open.forEach((panel) -> byPurpose.computeIfAbsent(panel.purpose(), (purpose) -> new ArrayList<>()).add(panel));
		byPurpose.forEach((purpose, panels) -> seat(actor, purpose, panels));
		return open.size();
	}

	private Panel locked(long id) {
		rows.lockPanel(id);
		return rows.require(id);
	}

	private boolean nobodyAsked(Panel panel) {
		return rows.members(panel.id()).stream().allMatch((member) -> member.invitedAt() == null);
	}

	private void seat(Person actor, Purpose purpose, List<Panel> panels) {
		panels.forEach((panel) -> {
			rows.removeProposed(panel.id());
			rows.removeFoundConflicts(panel.id());
		});
		Map<Long, List<Candidate>> candidates = new HashMap<>();
		Eligibility.Pool pool = eligibility.pool(purpose.role());
		panels.forEach((panel) -> candidates.put(panel.id(), pool.candidates(panel)));
		Map<Long, Integer> promised = rows.proposedElsewhere(candidates.keySet());
		AssignmentPlan plan = assignment.assign(problem(panels, candidates, promised));
		Map<Long, Reason> lacking = plan.shortfalls()
			.stream()
			.collect(Collectors.toMap(Shortfall::item, Shortfall::reason));
		panels.forEach((panel) -> write(actor, panel, candidates.get(panel.id()),
				Set.copyOf(plan.expertsOf(panel.id())), lacking.get(panel.id()), promised));
	}

	private AssignmentProblem problem(List<Panel> panels, Map<Long, List<Candidate>> candidates,
			Map<Long, Integer> promised) {
		Map<Pair, Double> affinities = new HashMap<>();
		Set<Pair> forbidden = new HashSet<>();
		Map<Long, AssignmentProblem.Expert> experts = new HashMap<>();
		candidates.forEach((panel, all) -> {
			Set<Long> gone = gone(panel);
			all.forEach((candidate) -> {
				Expert expert = candidate.expert();
				Pair pair = new Pair(panel, expert.id());
				affinities.put(pair, candidate.affinity());
				if (!candidate.isFree() || candidate.absent() || gone.contains(expert.id())) {
					forbidden.add(pair);
				}
				experts.put(expert.id(),
						new AssignmentProblem.Expert(expert.id(), room(expert, promised), expert.organisationId()));
			});
		});
		return new AssignmentProblem(panels.stream().map((panel) -> new Item(panel.id(), panel.size())).toList(),
				List.copyOf(experts.values()), (item, expert) -> affinities.get(new Pair(item, expert)), forbidden);
	}

	/** How many more panels an expert can take. */
	private static int room(Expert expert, Map<Long, Integer> promised) {
		return Math.max(0, expert.mostPanels() - expert.load() - promised.getOrDefault(expert.id(), 0));
	}

	/** Those taken off the panel, or who stepped down from it. */
	private Set<Long> gone(long panel) {
		return rows.members(panel).stream().map(PanelMember::expertId).collect(Collectors.toSet());
	}

	private void write(Person actor, Panel panel, List<Candidate> candidates, Set<Long> chosen, Reason lacking,
			Map<Long, Integer> promised) {
		eligibility.record(panel, candidates);
		Set<Long> gone = gone(panel.id());
		List<Candidate> free = candidates.stream()
			.filter((one) -> one.isFree() && !one.absent() && !gone.contains(one.expert().id()))
			.toList();
		int position = 0;
		for (Candidate one : free) {
			if (chosen.contains(one.expert().id())) {
				rows.add(panel.id(), one, true, position++);
			}
		}
		for (Candidate one : free) {
			if (!chosen.contains(one.expert().id()) && room(one.expert(), promised) > 0
					&& position < panel.size() * PROPOSED_PER_PLACE) {
				rows.add(panel.id(), one, false, position++);
			}
		}
		rows.setShortfall(panel.id(), lacking == null ? null : lacking.name());
		String seated = chosen.size() + "/" + panel.size();
		trail.add(panel.id(), TrailEntry.Act.PROPOSED, actor, seated);
		audit.record(actor, "panel.proposed", panel.subject(), panel.purpose() + ", " + seated);
	}

}
