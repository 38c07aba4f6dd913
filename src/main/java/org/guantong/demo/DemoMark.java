package org.guantong.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Organisation;
import org.guantong.identity.OrganisationKind;
import org.guantong.identity.Organisations;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** How far the demonstration came, kept in the audit record where nobody can lose it. */
@ForDemonstration
class DemoMark {

	private final AuditTrail audit;

	private final Organisations organisations;

	private final JdbcClient jdbc;

	DemoMark(AuditTrail audit, Organisations organisations, JdbcClient jdbc) {
		this.audit = audit;
		this.organisations = organisations;
		this.jdbc = jdbc;
	}

	@Transactional
	public void set(String action) {
		Organisation office = organisations.findByKindOrderByName(OrganisationKind.FUNDER).get(0);
		audit.record(null, action, new Ref(Kind.ORGANISATION, office.id()), office.name());
	}

	@Transactional(readOnly = true)
	public boolean isSet(String action) {
		return jdbc.sql("select exists (select 1 from audit_entry where action = ?)")
			.param(action)
			.query(Boolean.class)
			.single();
	}

}
