package org.guantong.question.proposal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.matching.GroupingSettings;
import org.guantong.matching.LikenessTable;
import org.guantong.matching.LikenessTable.Near;
import org.guantong.matching.PairReason;
import org.guantong.question.DemandsApart;
import org.guantong.question.RoundDemands.Item;
import org.guantong.question.ScientificQuestion;

/**
 * Groups of waiting demands that may be one question, with why, and questions that a
 * demand may belong to. They are proposals: nothing is merged but by an officer.
 */
@Component
public class Proposals {

	private static final int MOST_QUESTIONS = 3;

	private static final int MOST_NEAR = 6;

	/** Below that two demands of one round have hardly a thing in common. */
	private static final double LEAST_NEAR = 0.4;

	private final RoundLikeness likeness;

	private final DemandsApart apart;

	Proposals(RoundLikeness likeness, DemandsApart apart) {
		this.likeness = likeness;
		this.apart = apart;
	}

	/**
	 * Two demands and why they are alike.
	 *
	 * @param score likeness by meaning and words together, 0 to 100 %
	 * @param words likeness in words alone (BM25 share), 0 to 100 %
	 * @param meaning likeness in meaning alone (cosine), 0 to 100 %
	 */
	public record Pair(Item first, Item second, int score, int words, int meaning, List<String> sharedTerms) {
	}

	/** A question with a demand like the one looked at; score 0 to 100 %. */
	public record NearQuestion(long id, String code, String title, boolean open, int score) {
	}

	/** A demand like the one looked at; score 0 to 100 %. */
	public record NearDemand(Item item, int score) {
	}

	/**
	 * A group, without its reasons.
	 *
	 * @param cohesion mean likeness, 0 to 100 %
	 */
	public record Group(List<Item> demands, int cohesion) {
	}

	/**
	 * The groups, the most alike first, and what is left alone; while the demands are
	 * still being compared, everything is.
	 *
	 * @param table null while they are being compared
	 */
	public record Waiting(List<Group> groups, List<Item> single, LikenessTable table, int read, int total) {

		public boolean isReady() {
			return table != null;
		}

	}

	/**
	 * Groups what waits.
	 * @param items all accepted demands of the round
	 * @param patience how long to wait for the comparison when it is not at hand
	 */
	public Waiting of(long roundId, List<Item> items, Duration patience) {
		List<Item> waiting = items.stream().filter(Item::isWaiting).toList();
		RoundLikeness.Comparison comparison = likeness.of(roundId, items);
		Optional<LikenessTable> table = comparison.await(patience);
		if (table.isEmpty()) {
			return new Waiting(List.of(), waiting, null, comparison.read(), comparison.total());
		}
		Map<Long, Item> left = new LinkedHashMap<>();
		waiting.forEach((item) -> left.put(item.id(), item));
		List<Group> groups = table.get()
			.groups(Set.copyOf(left.keySet())::contains, pairsApart(roundId), GroupingSettings.standard())
			.stream()
			.map((group) -> new Group(group.ids().stream().map(left::get).toList(), percent(group.cohesion())))
			.toList();
		groups.forEach((group) -> group.demands().forEach((one) -> left.remove(one.id())));
		return new Waiting(groups, List.copyOf(left.values()), table.get(), comparison.total(), comparison.total());
	}

	/** Every pair of these demands, the most alike first. */
	public List<Pair> pairs(LikenessTable table, List<Item> demands) {
		List<Pair> pairs = new ArrayList<>();
		for (int i = 0; i < demands.size(); i++) {
			for (int j = i + 1; j < demands.size(); j++) {
				pairs.add(pair(table, demands.get(i), demands.get(j)));
			}
		}
		pairs.sort(Comparator.comparingInt(Pair::score).reversed());
		return pairs;
	}

	/** The most alike pairs of a group, so many that each demand is in one. */
	public List<Pair> closest(LikenessTable table, List<Item> demands) {
		Map<LikenessTable.Pair, Pair> closest = new LinkedHashMap<>();
		Map<Long, Item> byId = demands.stream().collect(Collectors.toMap(Item::id, (item) -> item));
		for (Item item : demands) {
			table.nearest(item.id(), (other) -> byId.containsKey(other), 0, 1)
				.forEach((near) -> closest.computeIfAbsent(LikenessTable.Pair.of(item.id(), near.id()),
						(pair) -> pair(table, byId.get(pair.first()), byId.get(pair.second()))));
		}
		return closest.values().stream().sorted(Comparator.comparingInt(Pair::score).reversed()).toList();
	}

	/** Questions that hold a demand like one of these, the nearest first. */
	public List<NearQuestion> questionsNear(LikenessTable table, List<Item> demands, List<Item> all) {
		Map<Long, Item> linked = all.stream()
			.filter((item) -> item.questionId() != null)
			.collect(Collectors.toMap(Item::id, (item) -> item));
		Map<Long, NearQuestion> found = new LinkedHashMap<>();
		for (Item item : demands) {
			for (Near near : table.nearest(item.id(), linked::containsKey, GroupingSettings.standard().threshold(),
					MOST_NEAR)) {
				NearQuestion question = question(linked.get(near.id()), percent(near.score()));
				found.merge(question.id(), question, (one, other) -> one.score() >= other.score() ? one : other);
			}
		}
		return found.values()
			.stream()
			.sorted(Comparator.comparingInt(NearQuestion::score).reversed())
			.limit(MOST_QUESTIONS)
			.toList();
	}

	/** Waiting demands like one of these and not among them, the nearest first. */
	public List<NearDemand> demandsNear(LikenessTable table, List<Item> demands, List<Item> all) {
		Set<Long> shown = demands.stream().map(Item::id).collect(Collectors.toCollection(HashSet::new));
		Map<Long, Item> others = all.stream()
			.filter(Predicate.not((item) -> shown.contains(item.id())))
			.filter(Item::isWaiting)
			.collect(Collectors.toMap(Item::id, (item) -> item));
		Map<Long, Double> scores = new LinkedHashMap<>();
		demands.forEach((item) -> table.nearest(item.id(), others::containsKey, LEAST_NEAR, MOST_NEAR)
			.forEach((near) -> scores.merge(near.id(), near.score(), Math::max)));
		return scores.entrySet()
			.stream()
			.sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
			.limit(MOST_NEAR)
			.map((entry) -> new NearDemand(others.get(entry.getKey()), percent(entry.getValue())))
			.toList();
	}

	private static Pair pair(LikenessTable table, Item one, Item other) {
		PairReason reason = table.reason(one.id(), other.id());
		return new Pair(one, other, percent(reason.score()), percent(reason.keywordScore()),
				percent(Math.max(0, reason.cosine())), reason.sharedTerms());
	}

	private static NearQuestion question(Item item, int score) {
		return new NearQuestion(item.questionId(), item.questionCode(), item.questionTitle(),
				item.questionState() == ScientificQuestion.State.DRAFT, score);
	}

	private Set<LikenessTable.Pair> pairsApart(long roundId) {
		return apart.of(roundId).stream().map(DemandsApart.Apart::pair).collect(Collectors.toSet());
	}

	private static int percent(double share) {
		return (int) Math.round(share * 100);
	}

}
