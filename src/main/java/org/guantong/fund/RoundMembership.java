package org.guantong.fund;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Finds the round that anything of any stage belongs to. */
@Component
public class RoundMembership {

	private final ObjectProvider<RoundLookup> stages;

	RoundMembership(ObjectProvider<RoundLookup> stages) {
		this.stages = stages;
	}

	/** The id of its round; empty for what belongs to none. */
	public Optional<Long> of(Ref ref) {
		if (ref.kind() == Kind.ROUND) {
			return Optional.of(ref.id());
		}
		return stages.orderedStream().flatMap((stage) -> stage.roundOf(ref).stream()).findFirst();
	}

	/** Whether it belongs to that round. */
	public boolean isOf(Ref ref, long roundId) {
		return of(ref).filter((round) -> round == roundId).isPresent();
	}

}
