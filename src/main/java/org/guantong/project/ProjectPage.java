package org.guantong.project;

import java.util.List;

/** One page of a list of projects. */
public record ProjectPage(List<ProjectRow> items, int page, long total) {

	public int pages() {
		return (int) ((total + ProjectFilter.PAGE_SIZE - 1) / ProjectFilter.PAGE_SIZE);
	}

}
