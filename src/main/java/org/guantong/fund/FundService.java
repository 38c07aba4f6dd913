package org.guantong.fund;

import java.util.List;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Organisation;
import org.guantong.identity.OrganisationKind;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Keeps joint funds and their agreements. */
@Service
@Transactional
public class FundService {

	private final JointFunds funds;

	private final Agreements agreements;

	private final Organisations organisations;

	private final RoundParties parties;

	private final AuditTrail audit;

	FundService(JointFunds funds, Agreements agreements, Organisations organisations, RoundParties parties,
			AuditTrail audit) {
		this.funds = funds;
		this.agreements = agreements;
		this.organisations = organisations;
		this.parties = parties;
		this.audit = audit;
	}

	/** Every fund, by code. */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayReadFunds(#actor)")
	public List<JointFund> list(Person actor) {
		return funds.findAllByOrderByCode();
	}

	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayReadFunds(#actor)")
	public JointFund require(Person actor, long id) {
		return funds.require(id);
	}

	/** The fund's agreements, the latest first. */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayReadFunds(#actor)")
	public List<Agreement> agreementsOf(Person actor, long fundId) {
		return agreements.findByFundIdOrderByFirstYearDescId(fundId);
	}

	/**
	 * Sets up a fund.
	 * @throws InvalidInput when code or name is taken
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public JointFund create(Person actor, String code, String name, JointFund.Type type, Set<Long> fieldIds) {
		if (funds.findByCode(code).isPresent()) {
			throw InvalidInput.of("code", "fund.problem.codeTaken", code);
		}
		if (funds.existsByName(name)) {
			throw InvalidInput.of("name", "fund.problem.nameTaken");
		}
		try {
			JointFund fund = funds.save(JointFund.of(code, name, type, fieldIds));
			audit.record(actor, "fund.created", fund.subject().ref(), code + " " + name + " " + type);
			return fund;
		}
		catch (DuplicateKeyException ex) {
			throw InvalidInput.of("code", "fund.problem.codeTaken", code);
		}
	}

	/**
	 * Adds what one co-funder pays. It takes part in the rounds of these years that are
	 * still being prepared.
	 * @param agreement with a null id
	 * @throws InvalidInput when the organisation is no co-funder or has one for these
	 * years
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Agreement agree(Person actor, Agreement agreement) {
		JointFund fund = funds.require(agreement.fundId());
		Organisation coFunder = organisations.findById(agreement.coFunderId())
			.filter((one) -> one.kind() == OrganisationKind.CO_FUNDER)
			.orElseThrow(() -> InvalidInput.of("coFunderId", "fund.problem.noCoFunder"));
		if (agreement.lastYear() < agreement.firstYear()) {
			throw InvalidInput.of("lastYear", "fund.problem.years");
		}
		boolean overlaps = agreementsOf(actor, fund.id()).stream()
			.filter((other) -> other.coFunderId() == agreement.coFunderId())
			.anyMatch(
					(other) -> other.firstYear() <= agreement.lastYear() && agreement.firstYear() <= other.lastYear());
		if (overlaps) {
			throw InvalidInput.of("firstYear", "fund.problem.agreementOverlaps", coFunder.name());
		}
		Agreement saved = agreements.save(agreement);
		parties.include(saved);
		audit.record(actor, "fund.agreed", new Ref(Kind.JOINT_FUND, fund.id()),
				coFunder.name() + " " + saved.ratio() + " " + saved.firstYear() + "-" + saved.lastYear());
		return saved;
	}

	/** Throws AccessDeniedException unless that person may manage funds and rounds. */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public void requireManager(Person actor) {
		// the annotation is the rule
	}

}
