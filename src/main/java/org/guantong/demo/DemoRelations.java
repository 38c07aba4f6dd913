package org.guantong.demo;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.core.annotation.Order;

import org.guantong.identity.Person;
import org.guantong.review.directory.ExpertFileService;
import org.guantong.review.directory.NewAbsence;
import org.guantong.review.directory.NewAffiliation;
import org.guantong.review.directory.NewTie;
import org.guantong.review.directory.TieKind;

/** What keeps some experts from some panels: earlier employers, shared work, absences. */
@ForDemonstration
@Order(2)
class DemoRelations implements DemoStage {

	private final Cast cast;

	private final ExpertFileService files;

	private final Clock clock;

	DemoRelations(Cast cast, ExpertFileService files, Clock clock) {
		this.cast = cast;
		this.files = files;
		this.clock = clock;
	}

	@Override
	public String play() {
		Person officer = cast.officer();
		LocalDate today = LocalDate.now(clock);
		files.addAffiliation(officer, cast.the("expert04").id(), new NewAffiliation(cast.organisation("sl").id(),
				today.minusYears(7).withDayOfYear(1), today.minusYears(3).withDayOfYear(1).minusDays(1)));
		files.addTie(officer, cast.the("expert06").id(),
				new NewTie(TieKind.CO_GRANT, "ln.contact", "", null, today.getYear() - 1, "劣质重油加工过程强化联合攻关"));
		Person author = cast.the("expert12");
		files.addTie(author, author.id(), new NewTie(TieKind.CO_AUTHOR, "", "纪怀瑾", cast.organisation("yueshi").id(),
				today.getYear() - 2, "面向小样本的工业缺陷检测方法"));
		Person away = cast.the("expert16");
		files.addAbsence(away, away.id(), new NewAbsence(today, today.plusDays(30), "境外学术访问"));
		return "relations and absences of 4 experts";
	}

}
