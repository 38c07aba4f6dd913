package org.guantong.demo;

import java.util.Locale;

import org.guantong.attachment.AttachmentService;
import org.guantong.attachment.NewAttachment;
import org.guantong.demand.Demand;
import org.guantong.demand.DemandIndicator;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** What people attach: a demand's indicators as a workbook. */
@ForDemonstration
class DemoFiles {

	private static final Sheet<DemandIndicator> INDICATORS = Sheet.<DemandIndicator>of("demo.indicators")
		.text("demo.indicators.name", DemandIndicator::name)
		.text("demo.indicators.current", DemandIndicator::current)
		.text("demo.indicators.target", DemandIndicator::target)
		.text("demo.indicators.unit", DemandIndicator::unit);

	private final AttachmentService attachments;

	private final SheetWriter writer;

	DemoFiles(AttachmentService attachments, SheetWriter writer) {
		this.attachments = attachments;
		this.writer = writer;
	}

	/** Adds the table of its indicators to a demand. */
	void attach(Person contact, Demand demand) {
		byte[] table = writer.write(Locale.CHINESE, INDICATORS.with(demand.indicators()));
		attachments.add(contact, demand.subject().ref(),
				new NewAttachment(demand.title() + "-指标对照表.xlsx", table, "现状值与目标值，单位已确认。", true));
	}

}
