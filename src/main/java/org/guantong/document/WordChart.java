package org.guantong.document;

import java.util.List;

/**
 * A bar chart in a Word document, where the template names it; Word's own, so that
 * whoever gets the file can go on with it.
 *
 * @param name the placeholder it stands in the place of
 * @param categories along the axis; each series has a number for each
 */
public record WordChart(String name, String title, List<String> categories, List<Series> series) {

	/** Bars of one kind. */
	public record Series(String title, List<? extends Number> values) {
	}

}
