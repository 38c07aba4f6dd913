package org.guantong.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.guide.RoundPanels.Awaiting;
import org.guantong.identity.Person;
import org.guantong.review.PanelProposals;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.shared.Subject;
import org.guantong.workflow.Tasks;

/**
 * The panels of a whole round at once: proposed together, so that no direction takes all
 * the good experts, and confirmed together where the office agrees.
 */
@Service
public class PanelBatchService {

	private final RoundPanels panels;

	private final PanelProposals proposals;

	private final Tasks tasks;

	PanelBatchService(RoundPanels panels, PanelProposals proposals, Tasks tasks) {
		this.panels = panels;
		this.proposals = proposals;
		this.tasks = tasks;
	}

	/**
	 * What became of one of them.
	 *
	 * @param problem why it was not confirmed; null when it was
	 */
	public record Confirmed(Subject direction, FieldProblem problem) {
	}

	/** The proposals that wait for the office. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public List<Awaiting> awaiting(Person actor, long roundId) {
		return panels.awaiting(roundId);
	}

	/**
	 * Proposes anew for all of them together.
	 * @return for how many
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional
	public int propose(Person actor, long roundId) {
		return proposals.propose(actor, panels.awaiting(roundId).stream().map(Awaiting::panelId).toList());
	}

	/**
	 * Confirms the proposals of those directions as they stand and invites, each for
	 * itself: one that cannot be confirmed does not hold up the others.
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public List<Confirmed> confirm(Person actor, long roundId, Collection<Long> directions) {
		List<Confirmed> report = new ArrayList<>();
		panels.awaiting(roundId)
			.stream()
			.filter((one) -> directions.contains(one.direction().id()))
			.forEach((one) -> report.add(new Confirmed(one.direction(), confirm(actor, one))));
		return report;
	}

	private FieldProblem confirm(Person actor, Awaiting one) {
		try {
			Map<String, Object> form = new LinkedHashMap<>();
			Map<String, Object> known = tasks.open(actor, one.taskId()).data();
			for (String field : List.of("experts", "reserves", "answerDays", "reviewDays")) {
				form.put(field, known.get(field));
			}
			tasks.complete(actor, one.taskId(), form);
			return null;
		}
		catch (InvalidInput ex) {
			return ex.problems().get(0);
		}
		catch (Stale | NotFound ex) {
			return FieldProblem.of("task", "guide.panels.stale");
		}
	}

}
