package org.guantong.review.directory;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;

/**
 * Where an expert belongs, when they are away and what binds them to others: kept by the
 * office and by the expert. What they did declare or leave is not taken off the record by
 * themselves.
 */
@Service
@Transactional
public class ExpertFileService {

	private static final int LONGEST_NOTE = 200;

	private static final int MOST_DAYS = 366;

	private final RelationRows rows;

	private final NewTies newTies;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ExpertFileService(RelationRows rows, NewTies newTies, JdbcClient jdbc, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.newTies = newTies;
		this.jdbc = jdbc;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The file of one expert; absences that are over are left out. */
	@PreAuthorize("@reviewPermissions.mayReadFile(#actor, #expertId)")
	@Transactional(readOnly = true)
	public ExpertFile read(Person actor, long expertId) {
		Relations all = rows.of(List.of(expertId));
		LocalDate today = LocalDate.now(clock);
		return new ExpertFile(all.affiliationsOf(expertId),
				all.absencesOf(expertId).stream().filter((one) -> !one.until().isBefore(today)).toList(),
				all.tiesOf(expertId));
	}

	@PreAuthorize("@reviewPermissions.mayKeepFile(#actor, #expertId)")
	public void addAffiliation(Person actor, long expertId, NewAffiliation wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		if (wanted.organisationId() == null || !newTies.organisationExists(wanted.organisationId())) {
			problems.add(FieldProblem.of("organisationId", "review.file.organisation"));
		}
		if (wanted.from() != null && wanted.until() != null && wanted.until().isBefore(wanted.from())) {
			problems.add(FieldProblem.of("until", "review.file.until"));
		}
		refuse(problems);
		jdbc.sql("""
				insert into expert_affiliation (account_id, organisation_id, from_date, until_date)
				values (?, ?, ?, ?)
				""").params(expertId, wanted.organisationId(), wanted.from(), wanted.until()).update();
		changed(actor, "expert.affiliated", expertId, "organisation " + wanted.organisationId());
	}

	/** It lasts until today; that it was there stays on record. */
	@PreAuthorize("@reviewPermissions.mayKeepFile(#actor, #expertId)")
	public void endAffiliation(Person actor, long expertId, long affiliationId) {
		int ended = jdbc.sql("""
				update expert_affiliation set until_date = greatest(:today, from_date)
				where id = :id and account_id = :expert and until_date is null and not employer
				""").param("today", LocalDate.now(clock)).param("id", affiliationId).param("expert", expertId).update();
		found(ended, "affiliation", affiliationId);
		changed(actor, "expert.left", expertId, "affiliation " + affiliationId);
	}

	/**
	 * @throws InvalidInput unless it begins before it ends, lasts a year at most, and is
	 * not over
	 */
	@PreAuthorize("@reviewPermissions.mayKeepFile(#actor, #expertId)")
	public void addAbsence(Person actor, long expertId, NewAbsence wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		if (wanted.from() == null) {
			problems.add(FieldProblem.of("from", "review.file.from"));
		}
		if (wanted.until() == null || wanted.until().isBefore(LocalDate.now(clock))
				|| wanted.from() != null && (wanted.until().isBefore(wanted.from())
						|| wanted.until().isAfter(wanted.from().plusDays(MOST_DAYS)))) {
			problems.add(FieldProblem.of("until", "review.file.until"));
		}
		if (wanted.note().length() > LONGEST_NOTE) {
			problems.add(FieldProblem.of("note", "review.file.tooLong", LONGEST_NOTE));
		}
		refuse(problems);
		jdbc.sql("insert into expert_absence (account_id, from_date, until_date, note) values (?, ?, ?, ?)")
			.params(expertId, wanted.from(), wanted.until(), wanted.note().strip())
			.update();
		changed(actor, "expert.absent", expertId, wanted.from() + "/" + wanted.until());
	}

	@PreAuthorize("@reviewPermissions.mayKeepFile(#actor, #expertId)")
	public void removeAbsence(Person actor, long expertId, long absenceId) {
		found(jdbc.sql("delete from expert_absence where id = ? and account_id = ?")
			.params(absenceId, expertId)
			.update(), "absence", absenceId);
		changed(actor, "expert.back", expertId, "absence " + absenceId);
	}

	/** Puts on record what binds the expert to somebody; it counts at once. */
	@PreAuthorize("@reviewPermissions.mayKeepFile(#actor, #expertId)")
	public void addTie(Person actor, long expertId, NewTie wanted) {
		Tie tie = newTies.check(expertId, wanted, actor.id() == expertId);
		jdbc.sql("""
				insert into expert_tie (account_id, kind, other_id, other_name, organisation_id, year, title, declared,
				                        recorded_by, recorded_at)
				values (:expert, :kind, :other, :name, :organisation, :year, :title, :declared, :actor, :now)
				""")
			.param("expert", expertId)
			.param("kind", tie.kind().name())
			.param("other", tie.otherId(), Types.BIGINT)
			.param("name", tie.otherName())
			.param("organisation", tie.organisationId(), Types.BIGINT)
			.param("year", tie.year(), Types.INTEGER)
			.param("title", tie.title())
			.param("declared", tie.declared())
			.param("actor", actor.id())
			.param("now", Timestamp.from(clock.instant()))
			.update();
		changed(actor, "expert.tied", expertId, tie.kind().name());
	}

	/** The office corrects what was entered by mistake. */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void removeTie(Person actor, long expertId, long tieId) {
		found(jdbc.sql("delete from expert_tie where id = :id and :expert in (account_id, other_id)")
			.param("id", tieId)
			.param("expert", expertId)
			.update(), "tie", tieId);
		changed(actor, "expert.untied", expertId, "tie " + tieId);
	}

	private void changed(Person actor, String action, long expertId, String detail) {
		audit.record(actor, action, new Ref(Kind.ACCOUNT, expertId), detail);
		events.publishEvent(new ExpertChanged(expertId));
	}

	private static void found(int rows, String what, long id) {
		if (rows == 0) {
			throw new NotFound(what, id);
		}
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
