package org.guantong.document;

import java.time.Instant;
import java.util.List;

/**
 * A sort of document and the templates it had.
 *
 * @param inForce number of the template in force; 0 while nothing was ever replaced
 * @param history what was put in force, the latest first
 */
public record TemplateView(WordKind kind, int inForce, List<Put> history) {

	/**
	 * One time a template was put in force.
	 *
	 * @param standard whether it was the one that comes with the product
	 * @param size in bytes; 0 for the standard one
	 */
	public record Put(int number, String fileName, boolean standard, long size, String by, Instant at) {
	}

}
