package org.guantong.guide.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.DirectionFilter;
import org.guantong.guide.GuideDirections;
import org.guantong.guide.batch.BatchLine.Outcome;
import org.guantong.guide.batch.BatchMove.Target;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;

/**
 * Does one thing to all directions a search finds. Each is moved for itself: one that is
 * refused holds up no other, and the report names it.
 */
@Service
public class BatchService {

	/** No round has more; more at once would be a mistake. */
	private static final int MOST = 1000;

	private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);

	private final DirectionDirectory directory;

	private final GuideDirections directions;

	private final Inbox inbox;

	private final Map<BatchAction, BatchMove> moves = new EnumMap<>(BatchAction.class);

	BatchService(DirectionDirectory directory, GuideDirections directions, Inbox inbox, List<BatchMove> moves) {
		this.directory = directory;
		this.directions = directions;
		this.inbox = inbox;
		moves.forEach((move) -> this.moves.put(move.action(), move));
	}

	/**
	 * What would become of each direction the search finds, on every page of it.
	 * @throws InvalidInput when the order does not say all it must
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public List<BatchLine> preview(Person actor, DirectionFilter filter, BatchOrder order) {
		BatchMove move = checked(actor, order);
		return targets(directory.ids(actor, filter)).stream()
			.map((target) -> plan(actor, move, target, order))
			.toList();
	}

	/**
	 * Moves those directions, as far as each can be at this moment.
	 * @param ids the directions that were shown before
	 * @throws InvalidInput when the order does not say all it must; then nothing was done
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public List<BatchLine> run(Person actor, List<Long> ids, BatchOrder order) {
		BatchMove move = checked(actor, order);
		List<Target> targets = targets(ids);
		// planned before anything is moved: one move can change what another would do
		List<BatchLine> report = new ArrayList<>(
				targets.stream().map((target) -> plan(actor, move, target, order)).toList());
		Map<Object, List<Integer>> groups = new LinkedHashMap<>();
		for (int i = 0; i < report.size(); i++) {
			if (report.get(i).outcome() == Outcome.PLANNED) {
				groups.computeIfAbsent(move.together(targets.get(i)), (key) -> new ArrayList<>()).add(i);
			}
		}
		for (List<Integer> group : groups.values()) {
			Optional<Sentence> refused = perform(actor, move, group.stream().map(targets::get).toList(), order);
			group.forEach((i) -> report.set(i, report.get(i).ended(refused)));
		}
		return report;
	}

	private BatchMove checked(Person actor, BatchOrder order) {
		if (order.action() == null) {
			throw InvalidInput.of("action", "guide.problem.action");
		}
		BatchMove move = moves.get(order.action());
		move.check(actor, order);
		return move;
	}

	private List<Target> targets(List<Long> ids) {
		Set<Long> wanted = new LinkedHashSet<>(ids);
		if (wanted.size() > MOST) {
			throw InvalidInput.of("", "guide.problem.batch", MOST);
		}
		Map<Long, List<InboxItem>> tasks = inbox.openAbout(Kind.GUIDE_DIRECTION, wanted);
		return wanted.stream()
			.map(directions::require)
			.map((direction) -> new Target(direction, tasks.getOrDefault(direction.id(), List.of())))
			.toList();
	}

	private static BatchLine plan(Person actor, BatchMove move, Target target, BatchOrder order) {
		Optional<Sentence> obstacle = move.obstacle(actor, target, order);
		return obstacle.isPresent() ? BatchLine.of(target.direction(), Outcome.SKIPPED, obstacle.get())
				: BatchLine.of(target.direction(), Outcome.PLANNED, move.effect(target, order));
	}

	/** Why it could not be done; empty when it was. */
	private static Optional<Sentence> perform(Person actor, BatchMove move, List<Target> targets, BatchOrder order) {
		try {
			move.perform(actor, targets, order);
			return Optional.empty();
		}
		catch (InvalidInput ex) {
			FieldProblem first = ex.problems().get(0);
			return Optional.of(new Sentence(first.messageKey(), first.arguments()));
		}
		catch (Stale ex) {
			return Optional.of(Sentence.of(ex.messageKey()));
		}
		catch (AccessDeniedException ex) {
			return Optional.of(Sentence.of("guide.batch.notOffered"));
		}
		catch (ConcurrencyFailureException ex) {
			LOG.info("{} directions were moved by somebody else at the same time", targets.size());
			return Optional.of(Sentence.of("guide.stale.changed"));
		}
	}

}
