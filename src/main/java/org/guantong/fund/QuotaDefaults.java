package org.guantong.fund;

import org.springframework.data.relational.core.mapping.Column;

/**
 * How many demands a round takes, unless an exception says otherwise.
 *
 * @param perCoFunder of one co-funder, above 0
 * @param perField of one co-funder in one field, above 0
 * @param perPerson of one contact person of a demand side; null for no limit
 * @param perUnit of one demand side; null for no limit
 */
public record QuotaDefaults(@Column("quota_per_co_funder") int perCoFunder, @Column("quota_per_field") int perField,
		@Column("quota_per_person") Integer perPerson, @Column("quota_per_unit") Integer perUnit) {

	/** The quotas most rounds begin with. */
	public static final QuotaDefaults STANDARD = new QuotaDefaults(20, 10, null, null);

}
