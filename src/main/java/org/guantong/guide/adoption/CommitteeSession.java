package org.guantong.guide.adoption;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * A session of the management committee about directions of a round.
 *
 * @param seats how many belong to the committee
 * @param quorum share of them that must be present, in (0, 1]
 * @param passShare share of those present that must be exceeded, in (0, 1)
 * @param closedAt null while it is being recorded
 */
public record CommitteeSession(long id, int version, long roundId, String roundTitle, String title, Instant heldAt,
		String place, int seats, String minutes, BigDecimal quorum, BigDecimal passShare, Instant closedAt,
		List<Member> present, List<Item> items) {

	/** Somebody who was there. */
	public record Member(String name, String organisation) {
	}

	/**
	 * A direction and how it was voted on; votes are null until recorded.
	 *
	 * @param adopted null until the session is closed, and when deferred
	 */
	public record Item(long directionId, String code, String title, String fieldName, String fieldNameEn, String text,
			Integer votesFor, Integer votesAgainst, Integer abstentions, boolean deferred, Boolean adopted,
			String remarks) {

		public boolean isVoted() {
			return votesFor != null && votesAgainst != null && abstentions != null;
		}

		/** How many votes were given. */
		public int votes() {
			return isVoted() ? votesFor + votesAgainst + abstentions : 0;
		}

	}

	public boolean isClosed() {
		return closedAt != null;
	}

	/** How many must be present for a vote to count. */
	public int needed() {
		return quorum.multiply(BigDecimal.valueOf(seats)).setScale(0, RoundingMode.CEILING).intValue();
	}

	/**
	 * Whether a direction is adopted by these votes: more for than against, and more than
	 * the round's share of those present.
	 */
	public boolean adopts(Item item) {
		return item.votesFor() > item.votesAgainst() && BigDecimal.valueOf(item.votesFor())
			.compareTo(passShare.multiply(BigDecimal.valueOf(present.size()))) > 0;
	}

	/** How many directions were adopted, by the votes so far. */
	public long adopted() {
		return items.stream().filter((item) -> !item.deferred() && item.isVoted() && adopts(item)).count();
	}

	/** How many directions were left to another session. */
	public long deferred() {
		return items.stream().filter(Item::deferred).count();
	}

	/** The same as somebody typed it, saved or not. */
	public CommitteeSession as(SessionSheet typed) {
		List<Item> voted = items.stream().map((item) -> {
			SessionSheet.Vote vote = typed.votes().get(item.directionId());
			return vote == null ? item
					: new Item(item.directionId(), item.code(), item.title(), item.fieldName(), item.fieldNameEn(),
							item.text(), vote.votesFor(), vote.votesAgainst(), vote.abstentions(), vote.deferred(),
							null, vote.remarks());
		}).toList();
		return new CommitteeSession(id, version, roundId, roundTitle, typed.title(),
				typed.heldAt() == null ? heldAt : typed.heldAt(), typed.place(), typed.seats(), typed.minutes(), quorum,
				passShare, closedAt, typed.present(), voted);
	}

}
