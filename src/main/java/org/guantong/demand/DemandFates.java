package org.guantong.demand;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Asks the stages after this one what became of a demand, for its page. */
@Component
public class DemandFates {

	private final ObjectProvider<DemandFate> stages;

	DemandFates(ObjectProvider<DemandFate> stages) {
		this.stages = stages;
	}

	/** What became of the demand, null while nothing did. */
	public DemandFate.Note of(Person reader, Demand demand) {
		return stages.orderedStream()
			.map((stage) -> stage.of(reader, demand))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(null);
	}

}
