package org.guantong.midterm.coauthor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contributions as they are kept; who may see which is for callers to ask. */
@Component
public class Contributions {

	private static final String SELECT = """
			select n.*, p.code as project_code, p.title as project_title, a.name as author, o.name as organisation,
			       c.state = 'REPORTING' as open
			from midterm_contribution n join midterm_check c on c.id = n.check_id join project p on p.id = c.project_id
			join account a on a.id = n.author_id join organisation o on o.id = a.organisation_id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Contributions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those to a check's report, in the order they were asked for. */
	public List<Contribution> of(long check) {
		return jdbc.sql(SELECT + " where n.check_id = ? order by n.id")
			.param(check)
			.query(Contributions::contribution)
			.list();
	}

	List<Contribution> by(long author) {
		return jdbc.sql(SELECT + " where n.author_id = ? order by n.id desc")
			.param(author)
			.query(Contributions::contribution)
			.list();
	}

	Optional<Contribution> find(long id) {
		return jdbc.sql(SELECT + " where n.id = ?").param(id).query(Contributions::contribution).optional();
	}

	/** Asks somebody, or somebody again; what they wrote before stays. */
	void ask(long check, long author, String asked, LocalDate dueOn) {
		jdbc.sql("""
				insert into midterm_contribution (check_id, author_id, asked, asked_at, due_on)
				values (:check, :author, :asked, :now, :due)
				on conflict (check_id, author_id) do update
				set asked = :asked, asked_at = :now, due_on = :due, submitted_at = null,
				    version = midterm_contribution.version + 1
				""")
			.param("check", check)
			.param("author", author)
			.param("asked", asked)
			.param("now", now())
			.param("due", dueOn)
			.update();
	}

	/**
	 * @return whether nobody saved or asked anew meanwhile
	 */
	boolean save(long id, int version, String text, boolean submit) {
		return jdbc.sql("""
				update midterm_contribution set text = :text, saved_at = :now, version = version + 1,
				       submitted_at = case when :submit then cast(:now as timestamptz) end
				where id = :id and version = :version
				""")
			.param("text", text)
			.param("now", now())
			.param("submit", submit)
			.param("id", id)
			.param("version", version)
			.update() == 1;
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static Contribution contribution(ResultSet row, int index) throws SQLException {
		Timestamp submitted = row.getTimestamp("submitted_at");
		return new Contribution(row.getLong("id"), row.getInt("version"), row.getLong("check_id"),
				row.getString("project_code"), row.getString("project_title"), row.getLong("author_id"),
				row.getString("author"), row.getString("organisation"), row.getString("asked"),
				row.getObject("due_on", LocalDate.class), row.getString("text"),
				submitted == null ? null : submitted.toInstant(), row.getBoolean("open"));
	}

}
