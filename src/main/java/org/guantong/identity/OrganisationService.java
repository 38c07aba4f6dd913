package org.guantong.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/** Keeps the list of organisations, for the office. */
@Service
public class OrganisationService {

	private static final int PAGE_SIZE = 20;

	private static final int MAX_NAME = 100;

	private static final int MAX_REGION = 20;

	private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");

	private final JdbcClient jdbc;

	private final Organisations organisations;

	private final ApplicationEventPublisher events;

	OrganisationService(JdbcClient jdbc, Organisations organisations, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.events = events;
	}

	/**
	 * Adds an organisation, when its id is null, or changes the one of that id and
	 * version.
	 */
	@Transactional
	@PreAuthorize("@identityPermissions.mayManageOrganisations(#actor)")
	public Organisation save(Person actor, Organisation wanted) {
		AccountRules.refuse(problems(wanted));
		if (wanted.id() != null) {
			organisations.require(wanted.id());
		}
		try {
			Organisation saved = organisations.save(wanted);
			events.publishEvent(
					new IdentityAct(actor, wanted.id() == null ? "organisation.added" : "organisation.changed",
							new Ref(Kind.ORGANISATION, saved.id()), saved.name() + " " + saved.kind()));
			return saved;
		}
		catch (OptimisticLockingFailureException ex) {
			throw new Stale("identity.stale.organisation");
		}
		catch (DuplicateKeyException ex) {
			throw InvalidInput.of("name", "identity.problem.organisationTaken");
		}
	}

	/** The organisation of that id. */
	@Transactional(readOnly = true)
	@PreAuthorize("@identityPermissions.mayManageOrganisations(#actor)")
	public Organisation require(Person actor, long id) {
		return organisations.require(id);
	}

	/**
	 * Organisations whose name, code or region contains the words, by name.
	 * @param page from 0; {@value #PAGE_SIZE} on each
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@identityPermissions.mayManageOrganisations(#actor)")
	public Page<Organisation> find(Person actor, String words, int page) {
		String from = "from organisation where concat_ws(' ', name, credit_code, region) ilike :words ";
		String pattern = LikePattern.containing(words);
		long total = jdbc.sql("select count(*) " + from).param("words", pattern).query(Long.class).single();
		List<Organisation> items = jdbc.sql("select * " + from + "order by name, id limit :limit offset :offset")
			.param("words", pattern)
			.param("limit", PAGE_SIZE)
			.param("offset", (long) page * PAGE_SIZE)
			.query(Organisation.class)
			.list();
		return new PageImpl<>(items, PageRequest.of(page, PAGE_SIZE), total);
	}

	/** Throws AccessDeniedException unless that person may manage organisations. */
	@PreAuthorize("@identityPermissions.mayManageOrganisations(#actor)")
	public void requireManager(Person actor) {
		// the annotation is the rule
	}

	private List<FieldProblem> problems(Organisation wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > MAX_NAME) {
			problems.add(FieldProblem.of("name", "identity.problem.organisationName", MAX_NAME));
		}
		else if (taken("name", wanted.name(), wanted.id())) {
			problems.add(FieldProblem.of("name", "identity.problem.organisationTaken"));
		}
		if (wanted.kind() == null) {
			problems.add(FieldProblem.of("kind", "identity.problem.organisationKind"));
		}
		if (wanted.creditCode() != null && !CREDIT_CODE.matcher(wanted.creditCode()).matches()) {
			problems.add(FieldProblem.of("creditCode", "identity.problem.creditCode"));
		}
		else if (wanted.creditCode() != null && taken("credit_code", wanted.creditCode(), wanted.id())) {
			problems.add(FieldProblem.of("creditCode", "identity.problem.creditCodeTaken"));
		}
		if (wanted.region() != null && wanted.region().length() > MAX_REGION) {
			problems.add(FieldProblem.of("region", "identity.problem.region", MAX_REGION));
		}
		return problems;
	}

	private boolean taken(String column, String value, Long byOtherThan) {
		return jdbc
			.sql("select exists (select 1 from organisation where " + column
					+ " = :value and id is distinct from cast(:id as bigint))")
			.param("value", value)
			.param("id", byOtherThan)
			.query(Boolean.class)
			.single();
	}

}
