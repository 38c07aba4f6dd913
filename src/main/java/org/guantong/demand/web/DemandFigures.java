package org.guantong.demand.web;

import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandList;
import org.guantong.demand.DemandPermissions;
import org.guantong.fund.Round;
import org.guantong.fund.RoundFigures;
import org.guantong.identity.Person;

/** How many demands a round has, on the round's page. */
@Component
@Order(1)
class DemandFigures implements RoundFigures {

	private final DemandList list;

	private final DemandPermissions permissions;

	DemandFigures(DemandList list, DemandPermissions permissions) {
		this.list = list;
		this.permissions = permissions;
	}

	@Override
	public List<Figure> of(Person reader, Round round) {
		if (!permissions.mayRead(reader)) {
			return List.of();
		}
		Map<Demand.State, Long> counts = list.countsOf(reader, round.id());
		long all = counts.entrySet()
			.stream()
			.filter((count) -> count.getKey() != Demand.State.WITHDRAWN)
			.mapToLong(Map.Entry::getValue)
			.sum();
		String path = "/rounds/" + round.id() + "/demands";
		return List.of(new Figure("demand.figure.all", all, path), new Figure("demand.figure.accepted",
				counts.getOrDefault(Demand.State.ACCEPTED, 0L), path + "?state=ACCEPTED"));
	}

}
