package org.guantong.guide.web;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.fund.RoundFigures;
import org.guantong.guide.DirectionPermissions;
import org.guantong.guide.PanelBatchService;
import org.guantong.identity.Person;

/** How many panels of a round wait for the office, on the round's page. */
@Component
@Order(4)
class PanelFigures implements RoundFigures {

	private final PanelBatchService panels;

	private final DirectionPermissions permissions;

	PanelFigures(PanelBatchService panels, DirectionPermissions permissions) {
		this.panels = panels;
		this.permissions = permissions;
	}

	@Override
	public List<Figure> of(Person reader, Round round) {
		if (!permissions.mayDraft(reader)) {
			return List.of();
		}
		return List.of(new Figure("guide.panels.waiting", panels.awaiting(reader, round.id()).size(),
				"/rounds/" + round.id() + "/panels"));
	}

}
