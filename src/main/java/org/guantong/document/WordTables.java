package org.guantong.document;

import java.util.List;

import com.deepoove.poi.data.RowRenderData;
import com.deepoove.poi.data.Rows;
import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;

/** Tables for templates that name them as {@code {{#name}}}. */
public final class WordTables {

	private WordTables() {
	}

	/**
	 * A table with a head.
	 * @param rows each as long as the head
	 */
	public static Object of(List<String> head, List<List<String>> rows) {
		Tables.TableBuilder table = Tables.ofA4MediumWidth();
		table.addRow(Rows.of(head.toArray(String[]::new)).textBold().bgColor("EEEEEE").create());
		rows.forEach((row) -> table.addRow(row(row)));
		TableRenderData made = table.create();
		return made;
	}

	private static RowRenderData row(List<String> cells) {
		return Rows.of(cells.toArray(String[]::new)).create();
	}

}
