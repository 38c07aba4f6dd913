package org.guantong.guide.meeting;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directions that wait for a meeting's vote, and how the votes went. */
@Component
public class MeetingQueue {

	/** The message for which a direction waits until it was voted on. */
	static final String VOTED = "MeetingVoted";

	private final JdbcClient jdbc;

	MeetingQueue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The direction needs a vote for that turn of its panel. */
	public void add(long directionId, int turn) {
		jdbc.sql("insert into review_meeting_item (direction_id, turn) values (?, ?) on conflict do nothing")
			.params(directionId, turn)
			.update();
	}

	/** Whether the vote of that turn passed; empty when none was taken. */
	public Optional<Boolean> outcome(long directionId, int turn) {
		return jdbc.sql("""
				select passed from review_meeting_item where direction_id = ? and turn = ? and passed is not null
				""").params(directionId, turn).query(Boolean.class).optional();
	}

	/** The votes on a direction, of all turns, in order. */
	public List<MeetingItem> votes(long directionId) {
		return jdbc.sql(MeetingItems.SELECT + "where i.direction_id = ? and i.passed is not null order by i.turn")
			.param(directionId)
			.query(MeetingItems::read)
			.list();
	}

	/** Those of a round that are on no agenda yet. */
	List<MeetingItem> waiting(long roundId) {
		return jdbc
			.sql(MeetingItems.SELECT
					+ "where g.round_id = ? and g.state = 'MEETING' and i.meeting_id is null order by g.code, i.turn")
			.param(roundId)
			.query(MeetingItems::read)
			.list();
	}

	/** How many of each round are on no agenda yet, all rounds together. */
	int waiting() {
		return jdbc.sql("""
				select count(*) from review_meeting_item i join guide_direction g on g.id = i.direction_id
				where g.state = 'MEETING' and i.meeting_id is null
				""").query(Integer.class).single();
	}

}
