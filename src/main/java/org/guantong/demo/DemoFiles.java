package org.guantong.demo;

import java.util.List;
import java.util.Locale;

import org.guantong.attachment.AttachmentService;
import org.guantong.attachment.NewAttachment;
import org.guantong.demand.Demand;
import org.guantong.demand.DemandIndicator;
import org.guantong.identity.Person;
import org.guantong.project.Expenditure;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** What people attach: a demand's indicators, and what an entry of spending was for. */
@ForDemonstration
class DemoFiles {

	private static final Sheet<DemandIndicator> INDICATORS = Sheet.<DemandIndicator>of("demo.indicators")
		.text("demo.indicators.name", DemandIndicator::name)
		.text("demo.indicators.current", DemandIndicator::current)
		.text("demo.indicators.target", DemandIndicator::target)
		.text("demo.indicators.unit", DemandIndicator::unit);

	private static final Sheet<Expenditure> INVOICE = Sheet.<Expenditure>of("project.spending.vouchers")
		.day("project.spending.on", Expenditure::spentOn)
		.text("project.spending.note", Expenditure::note)
		.amount("project.spending.amount", Expenditure::amount);

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

	/** Adds a voucher to an entry of spending. */
	void vouch(Person keeper, Expenditure entry) {
		byte[] invoice = writer.write(Locale.CHINESE, INVOICE.with(List.of(entry)));
		attachments.add(keeper, new Ref(Kind.EXPENDITURE, entry.id()),
				new NewAttachment(entry.note() + "-报销明细.xlsx", invoice, "发票和验收单编号见表。", true));
	}

}
