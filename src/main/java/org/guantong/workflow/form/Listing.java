package org.guantong.workflow.form;

import java.util.List;

/**
 * How a component repeats: the rows of a dynamic list, or the columns of a table.
 *
 * @param fixed whether rows are given and can be neither added nor removed
 * @param initialRows how many empty rows are offered at first
 * @param minRows fewest filled rows
 * @param maxRows most filled rows
 * @param source of a table: where its rows come from
 * @param columns of a table
 */
public record Listing(boolean fixed, int initialRows, int minRows, int maxRows, FormExpression source,
		List<Column> columns) {

	/** A column of a table: the rows' entry of that key. */
	public record Column(String key, Bilingual label) {
	}

}
