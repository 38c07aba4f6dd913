package org.guantong.demo;

import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.drafting.CareService;
import org.guantong.guide.drafting.NumberingService;
import org.guantong.guide.drafting.RemarkService;
import org.guantong.guide.drafting.TextField;
import org.guantong.identity.Person;

/** Two officers at work on drafts: remarks, a rewritten sentence, care, numbers. */
@ForDemonstration
class DemoDrafting {

	private final Cast cast;

	private final DirectionService directions;

	private final RemarkService remarks;

	private final CareService care;

	private final NumberingService numbering;

	DemoDrafting(Cast cast, DirectionService directions, RemarkService remarks, CareService care,
			NumberingService numbering) {
		this.cast = cast;
		this.directions = directions;
		this.remarks = remarks;
		this.care = care;
		this.numbering = numbering;
	}

	/** A draft that one officer looks after and the other remarks on. */
	void discuss(long id) {
		Person officer = cast.officer();
		Person colleague = cast.the("officer2");
		GuideDirection draft = directions.read(officer, id);
		care.assign(officer, id, officer.id());
		remarks.begin(colleague, id, TextField.TEXT, draft.text(), "建议写明电池的容量范围，并与去年已发布的储能安全方向区分开。");
		long settled = remarks.begin(colleague, id, TextField.TITLE, draft.title(), "名称是否可以再概括一些？");
		remarks.answer(officer, settled, "已与需求单位商量，保留现名称。");
		remarks.resolve(colleague, settled, true);
		DirectionContent content = draft.content();
		directions.save(colleague, id, draft.version(),
				new DirectionContent(content.title(), content.applicationCodes(),
						content.text().replace("为提前预警提供科学依据", "为储能电站提前预警和分级处置提供科学依据"), content.category(),
						content.intensity(), content.expectedApplication()));
	}

	/** What is left of a round in order, as far as it is not published. */
	void number(long round) {
		numbering.renumberAll(cast.officer(), round);
	}

}
