package org.guantong.guide;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.fund.Rounds;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.meeting.MeetingQueue;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.Panel;
import org.guantong.review.Panels;
import org.guantong.review.Purpose;
import org.guantong.review.ReviewStatistics;
import org.guantong.review.Reviews;
import org.guantong.review.SubmittedReview;

/** Finds directions, and shows of each what the reader may know. */
@Service
@Transactional(readOnly = true)
public class DirectionDirectory {

	// the same rules as DirectionPermissions.reads, for many at once
	private static final String MATCHING = """
			from guide_direction g join round r on r.id = g.round_id join field f on f.id = g.field_id
			where (cast(:round as bigint) is null or g.round_id = :round)
			  and (cast(:field as bigint) is null or g.field_id = :field)
			  and (cast(:state as text) is null or g.state = :state)
			  and (g.code ilike :pattern or g.title ilike :pattern)
			  and (cast(:officer as bigint) is null
			       or exists (select 1 from direction_officer w where w.direction_id = g.id and w.officer_id = :officer))
			  and (:all or g.state = 'PUBLISHED'
			       or (:coFunder and g.state <> 'DRAFT' and (
			             exists (select 1 from direction_question dq join question_demand qd on qd.question_id = dq.question_id
			                     join demand d on d.id = qd.demand_id
			                     where dq.direction_id = g.id and d.co_funder_id = :organisation)
			             or (not exists (select 1 from direction_question dq
			                             join question_demand qd on qd.question_id = dq.question_id
			                             where dq.direction_id = g.id)
			                 and exists (select 1 from agreement a where a.fund_id = r.fund_id
			                             and a.co_funder_id = :organisation
			                             and r.year between a.first_year and a.last_year))))
			       or exists (select 1 from panel p join panel_member m on m.panel_id = p.id
			                  where p.kind = 'guide-direction' and p.subject_id = g.id and m.expert_id = :person
			                    and m.state in ('INVITED', 'ACCEPTED', 'SUBMITTED', 'LAPSED')))
			""";

	private final JdbcClient jdbc;

	private final DirectionService directions;

	private final DirectionPermissions permissions;

	private final DirectionSources sources;

	private final DirectionVersions versions;

	private final Deliberations deliberations;

	private final Panels panels;

	private final Reviews reviews;

	private final ReviewStatistics statistics;

	private final MeetingQueue meetings;

	private final Rounds rounds;

	DirectionDirectory(JdbcClient jdbc, DirectionService directions, DirectionPermissions permissions,
			DirectionSources sources, DirectionVersions versions, Deliberations deliberations, Panels panels,
			Reviews reviews, ReviewStatistics statistics, MeetingQueue meetings, Rounds rounds) {
		this.statistics = statistics;
		this.meetings = meetings;
		this.rounds = rounds;
		this.jdbc = jdbc;
		this.directions = directions;
		this.permissions = permissions;
		this.sources = sources;
		this.versions = versions;
		this.deliberations = deliberations;
		this.panels = panels;
		this.reviews = reviews;
	}

	/** The directions this person may read, by round, field and number. */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public List<DirectionEntry> find(Person actor, DirectionFilter filter, int page, int size) {
		return matching("""
				select g.id, g.code, g.title, g.state, g.round_id, r.title as round, g.field_id, g.number
				""" + MATCHING + """
				order by r.year desc, r.id, f.position, g.number nulls last, g.code limit :size offset :offset
				""", actor, filter).param("size", size)
			.param("offset", (long) page * size)
			.query((row, index) -> new DirectionEntry(row.getLong("id"), row.getString("code"), row.getString("title"),
					State.valueOf(row.getString("state")), row.getLong("round_id"), row.getString("round"),
					row.getLong("field_id"), row.getObject("number", Integer.class)))
			.list();
	}

	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public long count(Person actor, DirectionFilter filter) {
		return matching("select count(*) " + MATCHING, actor, filter).query(Long.class).single();
	}

	/** The ids of all directions this person may read, in the order of the list. */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public List<Long> ids(Person actor, DirectionFilter filter) {
		return matching(
				"select g.id " + MATCHING + " order by r.year desc, r.id, f.position, g.number nulls last, g.code",
				actor, filter)
			.query(Long.class)
			.list();
	}

	/**
	 * All that this reader may know of a direction.
	 * @throws org.guantong.shared.NotFound when they may not even read it
	 */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public DirectionDossier open(Person actor, long id) {
		GuideDirection direction = directions.read(actor, id);
		boolean insider = permissions.readsDeliberation(actor, direction);
		Optional<Panel> panel = panels.about(direction.subject().ref(), Purpose.TECHNICAL);
		boolean over = permissions.reviewIsOver(direction);
		boolean sumShown = panel.isPresent() && insider && (over
				|| permissions.officeReadsReviews(actor, direction, panels.pending(panel.get().id()).isEmpty()));
		List<DirectionSources.Source> known = permissions.knowsEveryDemand(actor, id) ? sources.of(id)
				: sources.ofCoFunder(id, actor.organisationId());
		return new DirectionDossier(direction, known, insider ? versions.condensed(id) : List.of(),
				sumShown ? reviews.summary(panel.get().id()) : null,
				panel.map((found) -> seen(actor, direction, found.id(), sumShown)).orElse(List.of()),
				panel.isPresent() && actor.readsEverything() ? panels.members(panel.get().id()) : List.of(),
				sumShown ? statistics.of(panel.get().id()) : null, sumShown ? meetings.votes(id) : List.of(),
				insider && (actor.readsEverything() || over) ? deliberations.replies(id) : List.of(),
				insider ? deliberations.opinions(id) : List.of(), insider ? deliberations.vote(id).orElse(null) : null);
	}

	/**
	 * Insiders see all once they see the sum; a reviewer their own, and others' only
	 * where the round says so.
	 */
	private List<SubmittedReview> seen(Person actor, GuideDirection direction, long panel, boolean sumShown) {
		if (sumShown) {
			return actor.readsEverything() ? reviews.seenBy(actor, panel) : reviews.anonymous(panel);
		}
		if (actor.readsEverything()) {
			return List.of();
		}
		boolean shared = rounds.require(direction.roundId()).aggregateShown();
		return reviews.seenBy(actor, panel).stream().filter((review) -> shared || review.own()).toList();
	}

	private StatementSpec matching(String sql, Person actor, DirectionFilter filter) {
		return jdbc.sql(sql)
			.param("round", filter.round())
			.param("field", filter.field())
			.param("state", filter.state() == null ? null : filter.state().name())
			.param("pattern", filter.pattern())
			.param("officer", filter.officer())
			.param("all", actor.readsEverything() || actor.has(Role.COMMITTEE))
			.param("coFunder", actor.isCoFunder())
			.param("organisation", actor.organisationId())
			.param("person", actor.id());
	}

}
