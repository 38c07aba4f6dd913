package org.guantong.fund;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How many demands a round takes from whom: its usual numbers and the exceptions. */
public record Quotas(QuotaDefaults defaults, List<QuotaException> exceptions) {

	public Quotas {
		exceptions = List.copyOf(exceptions);
	}

	/** Most demands of that co-funder. */
	public int ofCoFunder(long coFunderId) {
		return find(QuotaException.Scope.CO_FUNDER, coFunderId, null).orElse(defaults.perCoFunder());
	}

	/**
	 * Most demands of that co-funder in that field: what was agreed for both, else for
	 * the co-funder, else for the field.
	 */
	public int inField(long coFunderId, long fieldId) {
		return find(QuotaException.Scope.FIELD, coFunderId, fieldId)
			.or(() -> find(QuotaException.Scope.FIELD, coFunderId, null))
			.or(() -> find(QuotaException.Scope.FIELD, null, fieldId))
			.orElse(defaults.perField());
	}

	/** Most demands of one contact person of that co-funder's; empty for no limit. */
	public Optional<Integer> perPerson(long coFunderId) {
		return find(QuotaException.Scope.PERSON, coFunderId, null).or(() -> Optional.ofNullable(defaults.perPerson()));
	}

	/** Most demands of one demand side of that co-funder's; empty for no limit. */
	public Optional<Integer> perUnit(long coFunderId) {
		return find(QuotaException.Scope.UNIT, coFunderId, null).or(() -> Optional.ofNullable(defaults.perUnit()));
	}

	private Optional<Integer> find(QuotaException.Scope scope, Long coFunderId, Long fieldId) {
		return exceptions.stream()
			.filter((one) -> one.scope() == scope && Objects.equals(one.coFunderId(), coFunderId)
					&& Objects.equals(one.fieldId(), fieldId))
			.map(QuotaException::most)
			.findFirst();
	}

}
