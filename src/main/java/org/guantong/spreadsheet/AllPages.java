package org.guantong.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A list that comes in pages, whole. All pages are read from one state of the database,
 * so that what others change meanwhile makes no row come twice or not at all.
 */
@Component
public class AllPages {

	private final TransactionTemplate snapshot;

	AllPages(PlatformTransactionManager transactions) {
		this.snapshot = new TransactionTemplate(transactions);
		snapshot.setReadOnly(true);
		snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/**
	 * The rows of every page, in order.
	 * @param page answers the page of that number, from 0; an empty one is the end
	 */
	public <T> List<T> of(IntFunction<List<T>> page) {
		return snapshot.execute((status) -> {
			List<T> all = new ArrayList<>();
			for (int number = 0; all.size() < SheetWriter.ALL_ROWS; number++) {
				List<T> rows = page.apply(number);
				if (rows.isEmpty()) {
					break;
				}
				all.addAll(rows);
			}
			return all;
		});
	}

}
