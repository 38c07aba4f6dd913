package org.guantong.document;

import java.io.IOException;
import java.util.List;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Puts charts in the place of the marks that the filled-in template holds for them. */
final class WordCharts {

	/** In EMU, 360000 to the centimetre. */
	private static final int WIDTH = 15 * 360_000;

	private static final int HEIGHT = 8 * 360_000;

	/**
	 * Red, green and blue of each series; dark beside light, so that print tells them
	 * apart.
	 */
	private static final byte[][] COLOURS = { { (byte) 0x94, (byte) 0xa3, (byte) 0xb8 }, { 0x0e, 0x74, (byte) 0x90 },
			{ (byte) 0xb4, 0x53, 0x09 } };

	private WordCharts() {
	}

	/** What stands for a chart until it is drawn. */
	static String mark(WordChart chart) {
		return "⟦" + chart.name() + "⟧";
	}

	static void draw(XWPFDocument document, List<WordChart> charts) {
		for (WordChart chart : charts) {
			document.getParagraphs()
				.stream()
				.filter((paragraph) -> paragraph.getText().contains(mark(chart)))
				.toList()
				.forEach((paragraph) -> draw(document, paragraph, chart));
		}
	}

	private static void draw(XWPFDocument document, XWPFParagraph paragraph, WordChart wanted) {
		while (!paragraph.getRuns().isEmpty()) {
			paragraph.removeRun(0);
		}
		XWPFRun run = paragraph.createRun();
		try {
			XWPFChart chart = document.createChart(run, WIDTH, HEIGHT);
			chart.setTitleText(wanted.title());
			chart.setTitleOverlay(false);
			chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
			XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
			XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
			values.setCrossBetween(AxisCrossBetween.BETWEEN);
			values.setCrosses(AxisCrosses.AUTO_ZERO);
			XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
			data.setBarDirection(BarDirection.COL);
			String[] names = wanted.categories().toArray(String[]::new);
			for (int number = 0; number < wanted.series().size(); number++) {
				WordChart.Series series = wanted.series().get(number);
				XDDFChartData.Series drawn = data.addSeries(XDDFDataSourcesFactory.fromArray(names),
						XDDFDataSourcesFactory
							.fromArray(series.values().stream().map(Number::doubleValue).toArray(Double[]::new)));
				drawn.setTitle(series.title(), null);
				drawn.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(COLOURS[number % COLOURS.length])));
			}
			chart.plot(data);
		}
		catch (InvalidFormatException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
