package org.guantong.project.payment;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.project.change.ChangeObstacle;
import org.guantong.project.change.ProjectChange;

/**
 * A milestone that a payment waits for cannot be dropped before the plan of payments is
 * changed: the payment would wait for ever.
 */
@Component
class DroppedMilestones implements ChangeObstacle {

	private final Instalments instalments;

	DroppedMilestones(Instalments instalments) {
		this.instalments = instalments;
	}

	@Override
	public Optional<String> against(ProjectChange change) {
		Set<Long> dropped = change.marks()
			.stream()
			.filter(ProjectChange.NewMark::dropped)
			.map(ProjectChange.NewMark::milestoneId)
			.collect(Collectors.toSet());
		return instalments.of(change.projectId())
			.stream()
			.anyMatch((one) -> one.isOpen() && dropped.contains(one.milestoneId()))
					? Optional.of("payment.obstacle.milestone") : Optional.empty();
	}

}
