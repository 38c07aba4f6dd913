package org.guantong.guide.meeting;

import java.util.Map;
import java.util.Set;

import org.guantong.shared.InvalidInput;

/**
 * A vote as it is written down.
 *
 * @param ballots who voted how, when the vote is by name; else empty
 * @param votesFor counted, when the vote is secret; else left out
 */
public record NewVote(Map<Long, Choice> ballots, Integer votesFor, Integer votesAgainst, Integer abstentions,
		String remark) {

	public NewVote {
		ballots = ballots == null ? Map.of() : Map.copyOf(ballots);
		remark = remark == null ? "" : remark.strip();
	}

	/** A vote of which only the count is known. */
	public static NewVote counted(int votesFor, int votesAgainst, int abstentions, String remark) {
		return new NewVote(Map.of(), votesFor, votesAgainst, abstentions, remark);
	}

	/** A vote by name. */
	public static NewVote byName(Map<Long, Choice> ballots, String remark) {
		return new NewVote(ballots, null, null, null, remark);
	}

	/** Votes in favour, against, and neither. */
	record Tally(int votesFor, int votesAgainst, int abstentions) {
	}

	/**
	 * @param entitled who are there and may vote
	 * @throws InvalidInput when not everybody's vote is accounted for, or somebody else's
	 * is
	 */
	Tally tally(Set<Long> entitled, boolean secret) {
		return secret ? counted(entitled.size()) : named(entitled);
	}

	private Tally counted(int entitled) {
		if (isNoCount(votesFor) || isNoCount(votesAgainst) || isNoCount(abstentions)
				|| votesFor + votesAgainst + abstentions != entitled) {
			throw InvalidInput.of("votesFor", "meeting.problem.count", entitled);
		}
		return new Tally(votesFor, votesAgainst, abstentions);
	}

	private Tally named(Set<Long> entitled) {
		if (!ballots.keySet().equals(entitled)) {
			throw InvalidInput.of("ballots", "meeting.problem.ballots", entitled.size());
		}
		return new Tally(count(Choice.FOR), count(Choice.AGAINST), count(Choice.ABSTAIN));
	}

	private int count(Choice choice) {
		return Math.toIntExact(ballots.values().stream().filter((one) -> one == choice).count());
	}

	private static boolean isNoCount(Integer number) {
		return number == null || number < 0;
	}

}
