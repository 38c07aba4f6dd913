package org.guantong.achievement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Organisations;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** The registry of achievements, to be searched and read. */
@Service
@Transactional(readOnly = true)
public class AchievementService {

	private static final String MATCHING = """
			from achievement a join project p on p.id = a.project_id join organisation o on o.id = p.host_id
			join guide_direction d on d.id = p.direction_id join field f on f.id = d.field_id
			where a.state = 'REGISTERED'
			  and (a.title ilike :pattern or a.keywords ilike :pattern or a.description ilike :pattern
			       or a.code ilike :pattern or p.title ilike :pattern or p.code ilike :pattern or o.name ilike :pattern)
			  and (cast(:class as text) is null or a.achievement_class = :class)
			  and (cast(:form as text) is null or a.form = :form)
			  and (cast(:trl as integer) is null or a.trl = :trl)
			  and (cast(:field as bigint) is null or f.id = :field)
			  and (cast(:intention as text) is null or a.intention = :intention)
			""";

	private final Achievements achievements;

	private final AchievementPermissions permissions;

	private final Projects projects;

	private final GuideDirections directions;

	private final Fields fields;

	private final People people;

	private final Organisations organisations;

	private final JdbcClient jdbc;

	AchievementService(Achievements achievements, AchievementPermissions permissions, Projects projects,
			GuideDirections directions, Fields fields, People people, Organisations organisations, JdbcClient jdbc) {
		this.achievements = achievements;
		this.permissions = permissions;
		this.projects = projects;
		this.directions = directions;
		this.fields = fields;
		this.people = people;
		this.organisations = organisations;
		this.jdbc = jdbc;
	}

	/** The registered achievements that match, newest first. */
	@PreAuthorize("@achievementPermissions.mayBrowse(#actor)")
	public AchievementList find(Person actor, AchievementFilter filter) {
		List<AchievementRow> rows = matching("""
				select a.id, a.code, a.title, a.keywords, a.form, a.trl, a.intention, a.achievement_class,
				       f.name as field_name, f.name_en as field_name_en, o.name as host_name, a.registered_at
				""" + MATCHING + "order by a.registered_at desc nulls last, a.id desc limit :size offset :offset",
				filter)
			.param("size", AchievementFilter.PAGE_SIZE)
			.param("offset", (long) filter.page() * AchievementFilter.PAGE_SIZE)
			.query(AchievementService::row)
			.list();
		return new AchievementList(rows, matching("select count(*) " + MATCHING, filter).query(Long.class).single());
	}

	/**
	 * One achievement.
	 * @throws NotFound when there is none, or it is not registered and not this person's
	 * to see
	 */
	@PreAuthorize("@achievementPermissions.mayBrowse(#actor)")
	public AchievementView read(Person actor, long id) {
		Achievement achievement = achievements.require(id);
		if (!permissions.maySee(actor, achievement)) {
			throw NotFound.of(Kind.ACHIEVEMENT, id);
		}
		Project project = projects.require(achievement.projectId());
		Field field = fields.require(directions.require(project.directionId()).fieldId());
		return new AchievementView(achievement, project, people.require(project.piId()).name(),
				organisations.require(project.hostId()).name(), field.name(), field.nameEn());
	}

	private StatementSpec matching(String sql, AchievementFilter filter) {
		return jdbc.sql(sql)
			.param("pattern", filter.pattern())
			.param("class", name(filter.achievementClass()))
			.param("form", name(filter.form()))
			.param("trl", filter.trl())
			.param("field", filter.fieldId())
			.param("intention", name(filter.intention()));
	}

	private static String name(Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	private static AchievementRow row(ResultSet row, int index) throws SQLException {
		String found = row.getString("achievement_class");
		return new AchievementRow(row.getLong("id"), row.getString("code"), row.getString("title"),
				row.getString("keywords"), AchievementForm.valueOf(row.getString("form")), row.getInt("trl"),
				Intention.valueOf(row.getString("intention")), (found != null) ? AchievementClass.valueOf(found) : null,
				row.getString("field_name"), row.getString("field_name_en"), row.getString("host_name"),
				(row.getTimestamp("registered_at") != null) ? row.getTimestamp("registered_at").toInstant() : null);
	}

}
