package org.guantong.demand.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandBatchService;
import org.guantong.demand.DemandContent;
import org.guantong.demand.DemandPermissions;
import org.guantong.demand.DemandService;
import org.guantong.demand.Demands;
import org.guantong.fund.Round;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.intake.BulkEntry;
import org.guantong.shared.Kind;
import org.guantong.workflow.FormData;

/** A co-funder's demands of a round by workbook, under the rules of entering each. */
@Component
class DemandBulkEntry implements BulkEntry {

	private final DemandService service;

	private final DemandBatchService batch;

	private final DemandPermissions permissions;

	private final Demands demands;

	private final RoundService rounds;

	private final DemandForms forms;

	DemandBulkEntry(DemandService service, DemandBatchService batch, DemandPermissions permissions, Demands demands,
			RoundService rounds, DemandForms forms) {
		this.service = service;
		this.batch = batch;
		this.permissions = permissions;
		this.demands = demands;
		this.rounds = rounds;
		this.forms = forms;
	}

	@Override
	public Kind kind() {
		return Kind.DEMAND;
	}

	@Override
	public String module() {
		return "demand";
	}

	@Override
	public String form() {
		return "demand";
	}

	@Override
	public boolean mayEnter(Person actor, long roundId) {
		return permissions.mayAdd(actor, roundId);
	}

	@Override
	public Place place(Person actor, long roundId) {
		Round round = rounds.require(actor, roundId);
		return new Place(round.subject().ref(), round.title(), "/rounds/" + roundId + "/demands");
	}

	@Override
	public void requireTurn(Person actor, long roundId) {
		service.requireTurn(actor, roundId);
	}

	@Override
	public Map<String, Object> known(Person actor, long roundId) {
		return forms.blank(actor, roundId);
	}

	@Override
	public List<Outcome> addAll(Person actor, long roundId, List<FormData> filled) {
		List<DemandBatchService.Wanted> wanted = filled.stream()
			.map((form) -> new DemandBatchService.Wanted(DemandContent.of(form, forms.fieldId(form)),
					DemandContent.indicatorsOf(form)))
			.toList();
		return batch.addAll(actor, roundId, wanted)
			.stream()
			.map((one) -> new Outcome(one.demand() == null ? null : entered(one.demand()), one.problems()))
			.toList();
	}

	@Override
	public Entered change(Person actor, Entered before, FormData form) {
		return entered(service.change(actor, before.id(), before.version(), DemandContent.of(form, forms.fieldId(form)),
				DemandContent.indicatorsOf(form)));
	}

	@Override
	public Set<Long> standing(Collection<Long> ids) {
		return demands.standing(ids);
	}

	private static Entered entered(Demand demand) {
		return new Entered(demand.id(), demand.version());
	}

}
