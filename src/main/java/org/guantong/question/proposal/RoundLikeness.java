package org.guantong.question.proposal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import org.guantong.demand.DemandsCollected;
import org.guantong.matching.Embeddings;
import org.guantong.matching.LikenessTable;
import org.guantong.matching.Similarity;
import org.guantong.matching.Text;
import org.guantong.question.QuestionDemands.Source;
import org.guantong.question.RoundDemands;

/**
 * Keeps the comparison of each round's demands with one another at hand. The first of
 * some hundred demands takes a while, so it is made in the background; what is asked for
 * meanwhile is how far it has come.
 */
@Component
public class RoundLikeness {

	/**
	 * Rounds kept; the one looked at longest ago gives way. A thousand demands take 15
	 * MB.
	 */
	private static final int MOST_ROUNDS = 4;

	/** With fewer the officer hardly waits. */
	private static final int WORTH_PREPARING = 50;

	/** Embedded at a time, so that there is progress to show. */
	private static final int PORTION = 16;

	private final RoundDemands demands;

	private final Similarity similarity;

	private final Embeddings embeddings;

	private final Map<Long, Comparison> recent = new LinkedHashMap<>(MOST_ROUNDS, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Long, Comparison> eldest) {
			return size() > MOST_ROUNDS;
		}

	};

	private final ExecutorService worker = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "likeness");
		thread.setDaemon(true);
		return thread;
	});

	RoundLikeness(RoundDemands demands, Similarity similarity, Embeddings embeddings) {
		this.demands = demands;
		this.similarity = similarity;
		this.embeddings = embeddings;
	}

	/** One comparison under way or done. */
	public static final class Comparison {

		private final List<Text> texts;

		private final AtomicInteger read = new AtomicInteger();

		private final CompletableFuture<LikenessTable> table = new CompletableFuture<>();

		Comparison(List<Text> texts) {
			this.texts = texts;
		}

		/** How many of the demands have been read so far. */
		public int read() {
			return read.get();
		}

		public int total() {
			return texts.size();
		}

		/** The result, if it comes within that time. */
		public Optional<LikenessTable> await(Duration patience) {
			try {
				return Optional.of(table.get(patience.toMillis(), TimeUnit.MILLISECONDS));
			}
			catch (TimeoutException ex) {
				return Optional.empty();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.empty();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("demands could not be compared", ex.getCause());
			}
		}

	}

	/** The comparison of these demands, begun if need be. */
	public Comparison of(long roundId, List<RoundDemands.Item> items) {
		List<Text> texts = items.stream().map(RoundLikeness::text).toList();
		synchronized (recent) {
			Comparison known = recent.get(roundId);
			if (known != null && known.texts.equals(texts) && !known.table.isCompletedExceptionally()) {
				return known;
			}
			Comparison fresh = new Comparison(texts);
			recent.put(roundId, fresh);
			worker.execute(() -> compare(fresh));
			return fresh;
		}
	}

	/** A large round's demands are compared before an officer asks. */
	@TransactionalEventListener
	void on(DemandsCollected collected) {
		List<RoundDemands.Item> items = demands.of(collected.roundId());
		if (items.size() >= WORTH_PREPARING) {
			of(collected.roundId(), items);
		}
	}

	private void compare(Comparison comparison) {
		try {
			List<String> words = comparison.texts.stream().map(Text::text).toList();
			for (int from = 0; from < words.size(); from += PORTION) {
				embeddings.of(words.subList(from, Math.min(words.size(), from + PORTION)));
				comparison.read.set(Math.min(words.size(), from + PORTION));
			}
			comparison.table.complete(similarity.likeness(comparison.texts));
		}
		catch (RuntimeException | Error ex) {
			comparison.table.completeExceptionally(ex);
		}
	}

	private static Text text(RoundDemands.Item item) {
		Source source = item.source();
		return new Text(source.id(), source.words());
	}

	@PreDestroy
	void stop() {
		worker.shutdownNow();
	}

}
