package org.guantong.guide;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.guide.meeting.MeetingService;
import org.guantong.guide.meeting.NewMeeting;
import org.guantong.guide.meeting.NewVote;
import org.guantong.guide.meeting.VotingService;
import org.guantong.identity.Person;

/** Meetings as an office holds them, for tests of what comes of them. */
class GivenMeetings {

	private final MeetingService meetings;

	private final VotingService voting;

	private final JdbcClient jdbc;

	private final Clock clock;

	GivenMeetings(MeetingService meetings, VotingService voting, JdbcClient jdbc, Clock clock) {
		this.meetings = meetings;
		this.voting = voting;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A meeting of all experts of the stage, its direction on the agenda, not open yet.
	 */
	long called(GuideStage stage, boolean secret) {
		long meeting = meetings.create(stage.officer, stage.round,
				new NewMeeting("会议论证", "会议室", clock.instant().plus(Duration.ofDays(3)), secret));
		meetings.place(stage.officer, meeting, List.of(item(stage)));
		meetings.call(stage.officer, meeting, stage.experts.stream().map(Person::id).toList());
		return meeting;
	}

	/** Everybody comes, and the votes are counted; answers whether it passed. */
	boolean voteOn(GuideStage stage, int votesFor, int votesAgainst, int abstentions) {
		long meeting = called(stage, true);
		voting.open(stage.officer, meeting);
		stage.experts.forEach((expert) -> voting.sign(stage.officer, meeting, expert.id(), true));
		boolean passed = voting.vote(stage.officer, meeting, item(stage),
				NewVote.counted(votesFor, votesAgainst, abstentions, "会议意见"));
		stage.with.engine().settle();
		return passed;
	}

	/** The item of the stage's direction that has no vote yet. */
	long item(GuideStage stage) {
		return jdbc.sql("select id from review_meeting_item where direction_id = ? and passed is null")
			.param(stage.direction)
			.query(Long.class)
			.single();
	}

}
