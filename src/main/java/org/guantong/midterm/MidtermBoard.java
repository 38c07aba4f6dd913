package org.guantong.midterm;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.ProjectSight;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** Shows checks to those who may see their projects. */
@Service
@Transactional(readOnly = true)
public class MidtermBoard {

	private static final int SOON_DAYS = 14;

	private static final String FROM = """
			from midterm_check c join project p on p.id = c.project_id join account a on a.id = p.pi_id
			join organisation o on o.id = p.host_id where
			""" + ProjectSight.SEEN;

	private static final String MATCHING = FROM + """
			and (cast(:state as text) is null or c.state = :state)
			and (cast(:season as integer) is null or c.season = :season)
			and (c.code ilike :pattern or p.title ilike :pattern or a.name ilike :pattern or o.name ilike :pattern)
			and case cast(:due as text)
			  when 'OVERDUE' then c.state = 'REPORTING' and c.due_on < :today
			  when 'SOON' then c.state = 'REPORTING' and c.due_on >= :today and c.due_on < :soon
			  else true end
			""";

	private final MidtermChecks checks;

	private final ProjectSight sight;

	private final People people;

	private final MidtermReports reports;

	private final MidtermFigures figures;

	private final MidtermReviews reviews;

	private final MidtermDecisions decisions;

	private final MidtermRectifications rectifications;

	private final MidtermPermissions permissions;

	private final JdbcClient jdbc;

	private final Clock clock;

	MidtermBoard(MidtermChecks checks, ProjectSight sight, People people, MidtermReports reports,
			MidtermFigures figures, MidtermReviews reviews, MidtermDecisions decisions,
			MidtermRectifications rectifications, MidtermPermissions permissions, JdbcClient jdbc, Clock clock) {
		this.checks = checks;
		this.sight = sight;
		this.people = people;
		this.reports = reports;
		this.figures = figures;
		this.reviews = reviews;
		this.decisions = decisions;
		this.rectifications = rectifications;
		this.permissions = permissions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The checks that match, those due first at the top. */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	public MidtermPage find(Person actor, MidtermFilter filter) {
		long total = matching("select count(*) " + MATCHING, actor, filter).query(Long.class).single();
		return new MidtermPage(rows(actor, filter, MidtermFilter.PAGE_SIZE), filter.page(), total, counts(actor));
	}

	/** All checks that match, whatever the page, those due first at the top. */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	public List<MidtermRow> all(Person actor, MidtermFilter filter) {
		return rows(actor, new MidtermFilter(filter.text(), filter.state(), filter.due(), filter.season(), 0),
				Integer.MAX_VALUE);
	}

	private List<MidtermRow> rows(Person actor, MidtermFilter filter, int size) {
		LocalDate today = LocalDate.now(clock);
		return matching("""
				select c.id, c.code, c.project_id, p.title, a.name as pi, o.name as host, c.season, c.due_on, c.state,
				       (select count(*) from midterm_figure f where f.check_id = c.id and f.flag <> 'NONE') as flags
				""" + MATCHING + " order by c.due_on, c.code limit :size offset :offset", actor, filter)
			.param("size", size)
			.param("offset", (long) filter.page() * size)
			.query((row, index) -> {
				MidtermState state = MidtermState.valueOf(row.getString("state"));
				LocalDate due = row.getObject("due_on", LocalDate.class);
				return new MidtermRow(row.getLong("id"), row.getString("code"), row.getLong("project_id"),
						row.getString("title"), row.getString("pi"), row.getString("host"), row.getInt("season"), due,
						state, row.getInt("flags"), state == MidtermState.REPORTING && due.isBefore(today));
			})
			.list();
	}

	/**
	 * One check, with what this reader may know.
	 * @throws NotFound for those its project is no concern of
	 */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	public MidtermDetail detail(Person actor, long id) {
		MidtermCheck check = checks.findById(id).orElseThrow(() -> NotFound.of(Kind.MIDTERM_CHECK, id));
		Project project = seen(actor, check);
		boolean office = permissions.mayKnowReviewers(actor);
		Person pi = people.require(project.piId());
		List<MidtermDecision> issued = decisions.of(id)
			.stream()
			.filter((decision) -> office || decision.issuedAt() != null)
			.toList();
		return new MidtermDetail(check, project, pi.name(), pi.organisationName(),
				project.elapsed(LocalDate.now(clock)), reports.find(id).orElse(null), figures.of(id),
				office ? reviews.of(id) : List.of(), opinions(actor, id, office || !issued.isEmpty()), issued,
				rectifications.of(id), office);
	}

	/** Until a decision is out, a co-funder reads its own word alone. */
	private List<MidtermOpinion> opinions(Person actor, long id, boolean released) {
		return reviews.opinions(id)
			.stream()
			.filter((opinion) -> released || opinion.coFunderId() == actor.organisationId())
			.toList();
	}

	private Project seen(Person actor, MidtermCheck check) {
		try {
			return sight.require(actor, check.projectId());
		}
		catch (NotFound ex) {
			throw NotFound.of(Kind.MIDTERM_CHECK, check.id());
		}
	}

	private Map<MidtermState, Long> counts(Person actor) {
		Map<MidtermState, Long> counts = new EnumMap<>(MidtermState.class);
		ProjectSight.bind(jdbc.sql("select c.state, count(*) as many " + FROM + " group by c.state"), actor)
			.query((row) -> {
				counts.put(MidtermState.valueOf(row.getString("state")), row.getLong("many"));
			});
		return counts;
	}

	private JdbcClient.StatementSpec matching(String sql, Person actor, MidtermFilter filter) {
		LocalDate today = LocalDate.now(clock);
		return ProjectSight.bind(jdbc.sql(sql), actor)
			.param("state", filter.state() == null ? null : filter.state().name())
			.param("season", filter.season())
			.param("pattern", filter.pattern())
			.param("due", filter.due())
			.param("today", Date.valueOf(today))
			.param("soon", Date.valueOf(today.plusDays(SOON_DAYS)));
	}

}
