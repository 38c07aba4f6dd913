package org.guantong.fund;

import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/** Keeps the grant categories. None is deleted: what was published names it. */
@Service
@Transactional
public class GrantCategoryService {

	private final GrantCategories categories;

	private final AuditTrail audit;

	GrantCategoryService(GrantCategories categories, AuditTrail audit) {
		this.categories = categories;
		this.audit = audit;
	}

	/** All of them, in their order, the retired ones too. */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayReadFunds(#actor)")
	public List<GrantCategory> list(Person actor) {
		return categories.findAllByOrderByPosition();
	}

	/** The category of that id; {@link NotFound} when there is none. */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public GrantCategory require(Person actor, long id) {
		return categories.findById(id).orElseThrow(() -> new NotFound("grant category", id));
	}

	/**
	 * Adds a category.
	 * @param category with a null id
	 * @throws InvalidInput when code or name is taken
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public GrantCategory add(Person actor, GrantCategory category) {
		if (categories.findByCode(category.code()).isPresent()) {
			throw InvalidInput.of("code", "fund.problem.codeTaken", category.code());
		}
		return save(actor, category);
	}

	/**
	 * Changes a category; its code stays.
	 * @throws Stale when somebody else has changed it since
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public GrantCategory change(Person actor, GrantCategory category) {
		GrantCategory before = require(actor, category.id());
		return save(actor, new GrantCategory(before.id(), category.version(), before.code(), category.name(),
				category.nameEn(), category.amount(), category.years(), category.position(), category.retired()));
	}

	private GrantCategory save(Person actor, GrantCategory category) {
		boolean isNameTaken = categories.findAll()
			.stream()
			.anyMatch((other) -> !other.id().equals(category.id()) && other.name().equals(category.name()));
		if (isNameTaken) {
			throw InvalidInput.of("name", "fund.problem.categoryTaken");
		}
		try {
			GrantCategory saved = categories.save(category);
			audit.record(actor, "category.changed", new Ref(Kind.GRANT_CATEGORY, saved.id()), saved.code() + " "
					+ saved.name() + " " + saved.amount().toPlainString() + (saved.retired() ? " retired" : ""));
			return saved;
		}
		catch (DuplicateKeyException ex) {
			throw InvalidInput.of("code", "fund.problem.codeTaken", category.code());
		}
		catch (OptimisticLockingFailureException ex) {
			throw new Stale("fund.stale.category");
		}
	}

}
