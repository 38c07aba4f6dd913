package org.guantong.midterm.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermFilter;
import org.guantong.midterm.MidtermRow;
import org.guantong.midterm.batch.BatchLine.Outcome;
import org.guantong.midterm.batch.BatchMove.Target;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;

/**
 * Does one thing to all checks a search finds. Each for itself: one that is refused holds
 * up no other, and the report names it.
 */
@Service
public class MidtermBatchService {

	/** No season has more; more at once would be a mistake. */
	private static final int MOST = 2000;

	private final MidtermBoard board;

	private final Inbox inbox;

	private final TransactionTemplate transaction;

	private final Map<BatchAction, BatchMove> moves = new EnumMap<>(BatchAction.class);

	MidtermBatchService(MidtermBoard board, Inbox inbox, PlatformTransactionManager transactions,
			List<BatchMove> moves) {
		this.board = board;
		this.inbox = inbox;
		this.transaction = new TransactionTemplate(transactions);
		moves.forEach((move) -> this.moves.put(move.action(), move));
	}

	/**
	 * What would become of each check the search finds, on every page of it.
	 * @throws InvalidInput when the order does not say all it must
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public List<BatchLine> preview(Person actor, MidtermFilter filter, BatchOrder order) {
		return checked(order).plan(actor, targets(board.all(actor, filter)), order);
	}

	/**
	 * Does it to those checks, as far as each can be at this moment.
	 * @param ids the checks that were shown as possible
	 * @throws InvalidInput when the order does not say all it must; then nothing was done
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public List<BatchLine> run(Person actor, List<Long> ids, BatchOrder order) {
		BatchMove move = checked(order);
		List<Target> targets = targets(
				board.all(actor, MidtermFilter.ALL).stream().filter((check) -> ids.contains(check.id())).toList());
		List<BatchLine> plan = move.plan(actor, targets, order);
		List<BatchLine> report = new ArrayList<>();
		for (int i = 0; i < targets.size(); i++) {
			BatchLine line = plan.get(i);
			report.add(line.outcome() == Outcome.PLANNED ? perform(actor, move, targets.get(i), order, line) : line);
		}
		return report;
	}

	private BatchMove checked(BatchOrder order) {
		if (order.action() == null) {
			throw InvalidInput.of("action", "midterm.batch.invalid.action");
		}
		BatchMove move = moves.get(order.action());
		move.check(order);
		return move;
	}

	private List<Target> targets(List<MidtermRow> checks) {
		if (checks.size() > MOST) {
			throw InvalidInput.of("", "midterm.batch.invalid.many", MOST);
		}
		var tasks = inbox.openAbout(Kind.MIDTERM_CHECK, checks.stream().map(MidtermRow::id).toList());
		return checks.stream().map((check) -> Target.of(check, tasks)).toList();
	}

	private BatchLine perform(Person actor, BatchMove move, Target target, BatchOrder order, BatchLine line) {
		try {
			transaction.executeWithoutResult((status) -> move.perform(actor, target, order, line));
			return line.done();
		}
		catch (InvalidInput ex) {
			FieldProblem first = ex.problems().get(0);
			return line.failed(first.messageKey(), first.arguments());
		}
		catch (Stale ex) {
			return line.failed(ex.messageKey(), List.of());
		}
		catch (NotFound | AccessDeniedException | ConcurrencyFailureException ex) {
			return line.failed("midterm.batch.movedOn", List.of());
		}
	}

}
