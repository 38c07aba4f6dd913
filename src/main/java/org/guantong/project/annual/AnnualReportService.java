package org.guantong.project.annual;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.ProjectSight;
import org.guantong.project.Projects;
import org.guantong.project.annual.process.AnnualProcess;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** Opens the reports of a year and shows them to those they concern. */
@Service
@Transactional
public class AnnualReportService {

	/** Rows on a page. */
	public static final int PAGE_SIZE = 50;

	private static final String MATCHING = AnnualReports.SELECT + """
			where (cast(:year as integer) is null or r.year = :year)
			  and (cast(:state as text) is null or r.state = :state)
			  and (p.code ilike :pattern or p.title ilike :pattern or a.name ilike :pattern or o.name ilike :pattern)
			  and
			""" + ProjectSight.SEEN;

	private final AnnualReports reports;

	private final AnnualProcess process;

	private final AnnualPermissions permissions;

	private final Projects projects;

	private final ProjectSight sight;

	private final JointFunds funds;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	AnnualReportService(AnnualReports reports, AnnualProcess process, AnnualPermissions permissions, Projects projects,
			ProjectSight sight, JointFunds funds, AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.reports = reports;
		this.process = process;
		this.permissions = permissions;
		this.projects = projects;
		this.sight = sight;
		this.funds = funds;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Which reports to list; null or empty means any.
	 *
	 * @param page from 0
	 */
	public record Filter(String text, String state, Integer year, int page) {

		public Filter {
			text = text == null ? "" : text.strip();
			state = List.of("REPORTING", "ENDORSING", "ENDORSED").contains(String.valueOf(state)) ? state : null;
			page = Math.max(0, page);
		}

		String pattern() {
			return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
		}

	}

	/** A page of reports. */
	public record Page(List<AnnualReport> items, int page, long total) {
	}

	/** The reports that match, the latest year first. */
	@PreAuthorize("@annualPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public Page find(Person actor, Filter filter) {
		List<AnnualReport> items = bound(MATCHING + " order by r.year desc, p.code limit :size offset :offset", actor,
				filter)
			.param("size", PAGE_SIZE)
			.param("offset", (long) filter.page() * PAGE_SIZE)
			.query(reports::report)
			.list()
			.stream()
			.map((report) -> asSeenBy(actor, report))
			.toList();
		return new Page(items, filter.page(),
				bound("select count(*) from (" + MATCHING + ") found", actor, filter).query(Long.class).single());
	}

	/**
	 * One report.
	 * @throws NotFound for those its project is no concern of
	 */
	@PreAuthorize("@annualPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public AnnualReport read(Person actor, long id) {
		return reports.find(id)
			.filter((report) -> sight.includes(actor, report.projectId()))
			.map((report) -> asSeenBy(actor, report))
			.orElseThrow(() -> NotFound.of(Kind.ANNUAL_REPORT, id));
	}

	private AnnualReport asSeenBy(Person actor, AnnualReport report) {
		return permissions.seesReturns(actor) ? report : report.withoutReturn();
	}

	/**
	 * The projects of a fund that report on a year: under way in it, and without a report
	 * of it.
	 * @throws InvalidInput when the year is not over by its end, or cannot be
	 */
	@PreAuthorize("@annualPermissions.mayOpen(#actor)")
	@Transactional(readOnly = true)
	public List<Project> due(Person actor, long fundId, int year) {
		funds.require(fundId);
		if (year < 2000 || year > LocalDate.now(clock).getYear()) {
			throw InvalidInput.of("year", "annual.invalid.year", LocalDate.now(clock).getYear());
		}
		return jdbc.sql("""
				select p.id from project p join guide_direction g on g.id = p.direction_id
				join round r on r.id = g.round_id
				where r.fund_id = :fund and p.state in ('RUNNING', 'RECTIFYING', 'ADJUSTED')
				  and extract(year from p.starts_on) <= :year and extract(year from p.ends_on) >= :year
				  and not exists (select 1 from annual_report n where n.project_id = p.id and n.year = :year)
				order by p.code
				""")
			.param("fund", fundId)
			.param("year", year)
			.query(Long.class)
			.list()
			.stream()
			.map(projects::require)
			.toList();
	}

	/**
	 * Opens their reports, due on 15 January of the next year (domain, section 7), or in
	 * two weeks where that is past.
	 * @return those that were opened
	 */
	@PreAuthorize("@annualPermissions.mayOpen(#actor)")
	public List<AnnualReport> open(Person actor, long fundId, int year) {
		LocalDate usual = LocalDate.of(year + 1, 1, 15);
		LocalDate soon = LocalDate.now(clock).plusDays(14);
		LocalDate dueOn = usual.isBefore(soon) ? soon : usual;
		List<AnnualReport> opened = new ArrayList<>();
		for (Project project : due(actor, fundId, year)) {
			reports.open(project.id(), "ND" + year + "-" + project.code(), year, dueOn).ifPresent((id) -> {
				AnnualReport report = reports.require(id);
				process.due(report);
				audit.record(actor, "annual.opened", report.subject().ref(), "due " + dueOn);
				opened.add(report);
			});
		}
		return opened;
	}

	private JdbcClient.StatementSpec bound(String sql, Person actor, Filter filter) {
		return ProjectSight.bind(jdbc.sql(sql), actor)
			.param("year", filter.year())
			.param("state", filter.state())
			.param("pattern", filter.pattern());
	}

}
