package org.guantong.demand;

import org.springframework.stereotype.Component;

import org.guantong.attachment.AttachmentOwner;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;

/**
 * Files of a demand: read by whoever reads the demand, added by its contact until it is
 * signed off.
 */
@Component
class DemandAttachments implements AttachmentOwner {

	private final DemandService service;

	private final DemandPermissions permissions;

	private final Demands demands;

	DemandAttachments(DemandService service, DemandPermissions permissions, Demands demands) {
		this.service = service;
		this.permissions = permissions;
		this.demands = demands;
	}

	@Override
	public Kind kind() {
		return Kind.DEMAND;
	}

	@Override
	public Place place(Person reader, long id) {
		Demand demand = demands.visible(reader, id);
		return new Place(demand.subject(), demand.coFunderId(), "/demands/" + id);
	}

	@Override
	public boolean mayChange(Person actor, long id) {
		return permissions.mayChange(actor, id);
	}

	@Override
	public boolean isOpen(Person actor, long id) {
		return service.isOpenTo(actor, demands.visible(actor, id));
	}

	@Override
	public void requireOpen(Person actor, long id) {
		service.requireOpen(actor, id);
	}

}
