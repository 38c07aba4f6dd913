package org.guantong.guide;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/**
 * What was said about a direction after its experts: the office's replies, the
 * co-funders' opinions, the committee's vote.
 */
@Component
public class Deliberations {

	private final JdbcClient jdbc;

	private final Clock clock;

	Deliberations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Who said what a reply answers. */
	public enum Voice {

		EXPERT, CO_FUNDER

	}

	/**
	 * @param sourceId the review or the opinion that is answered
	 */
	public record Reply(Voice source, long sourceId, String comment, String reply, String change) {
	}

	public record Opinion(long id, long coFunderId, String coFunder, int turn, boolean agreed, String reasons,
			String givenBy, Instant givenAt) {
	}

	public record Vote(int votesFor, int votesAgainst, int abstentions, boolean adopted, String remarks,
			Instant recordedAt) {
	}

	public void reply(long direction, Reply reply) {
		jdbc.sql("""
				insert into revision_reply (direction_id, source, source_id, comment, reply, change, replied_at)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(direction, reply.source().name(), reply.sourceId(), reply.comment(), reply.reply(), reply.change(),
					now())
			.update();
	}

	public List<Reply> replies(long direction) {
		return jdbc.sql("select * from revision_reply where direction_id = ? order by id")
			.param(direction)
			.query((row, index) -> new Reply(Voice.valueOf(row.getString("source")), row.getLong("source_id"),
					row.getString("comment"), row.getString("reply"), row.getString("change")))
			.list();
	}

	public void opine(GuideDirection direction, long coFunder, boolean agreed, String reasons, Person actor) {
		jdbc.sql("""
				insert into co_funder_opinion (direction_id, co_funder_id, turn, agreed, reasons, given_by, given_at)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(direction.id(), coFunder, direction.signOffTurn(), agreed, reasons, actor.id(), now())
			.update();
	}

	/** The opinions of all turns, in order. */
	public List<Opinion> opinions(long direction) {
		return jdbc.sql("""
				select p.*, o.name as co_funder, a.name as giver from co_funder_opinion p
				join organisation o on o.id = p.co_funder_id join account a on a.id = p.given_by
				where p.direction_id = ? order by p.turn, p.id
				""")
			.param(direction)
			.query((row, index) -> new Opinion(row.getLong("id"), row.getLong("co_funder_id"),
					row.getString("co_funder"), row.getInt("turn"), row.getBoolean("agreed"), row.getString("reasons"),
					row.getString("giver"), row.getTimestamp("given_at").toInstant()))
			.list();
	}

	/** The objections of the present turn. */
	public List<Opinion> objections(GuideDirection direction) {
		return opinions(direction.id()).stream()
			.filter((opinion) -> opinion.turn() == direction.signOffTurn() && !opinion.agreed())
			.toList();
	}

	public void vote(long direction, int votesFor, int votesAgainst, int abstentions, boolean adopted, String remarks,
			Person actor) {
		jdbc.sql("""
				insert into committee_vote (direction_id, votes_for, votes_against, abstentions, adopted, remarks,
				                            recorded_by, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(direction, votesFor, votesAgainst, abstentions, adopted, remarks, actor.id(), now())
			.update();
	}

	public Optional<Vote> vote(long direction) {
		return jdbc.sql("select * from committee_vote where direction_id = ?")
			.param(direction)
			.query((row, index) -> new Vote(row.getInt("votes_for"), row.getInt("votes_against"),
					row.getInt("abstentions"), row.getBoolean("adopted"), row.getString("remarks"),
					row.getTimestamp("recorded_at").toInstant()))
			.optional();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

}
