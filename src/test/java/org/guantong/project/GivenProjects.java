package org.guantong.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.guantong.guide.GuideDirections;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;

/** Projects entered through the real service, with the people around them. */
public class GivenProjects {

	private final Given given;

	private final ProjectService service;

	private final GuideDirections directions;

	public GivenProjects(Given given, ProjectService service, GuideDirections directions) {
		this.given = given;
		this.service = service;
		this.directions = directions;
	}

	/** A project and everybody who has to do with it. */
	public record Cast(Project project, Person officer, Person pi, Person host, Person contact, long round) {
	}

	/**
	 * A project of four years, half of them over: equipment 1000000 of which 900000 have
	 * arrived, operations 600000 (600000), labour 400000 (300000), indirect 200000
	 * (100000); nothing spent. One milestone past, one to come.
	 */
	public Cast cast() {
		Person officer = given.officer();
		Person contact = given.person("王联系", given.organisation("CO_FUNDER", "辽宁省科技厅"), Role.CO_FUNDER_CONTACT);
		long hostId = given.organisation("HOST", "大连理工大学");
		Person pi = given.person("张负责", hostId, Role.PI);
		Person host = given.person("李管理", hostId, Role.HOST);
		long round = given.round(given.fund(contact.organisationId()));
		long demand = given.demand(round, contact, "MAT", "高温合金叶片寿命预测");
		long direction = given.direction(round, "MAT", "高温合金叶片损伤机理", given.question(round, "MAT", "叶片损伤演化", demand));
		Project project = service.enter(officer,
				wanted("U24A" + given.number(), pi, directions.require(direction).code()));
		return new Cast(project, officer, pi, host, contact, round);
	}

	/** What {@link #cast} enters. */
	public NewProject wanted(String code, Person pi, String direction) {
		LocalDate start = LocalDate.now().minusYears(2).minusDays(10);
		return new NewProject(code, "极端环境下叶片损伤演化与寿命预测研究", direction, pi.username(), "KEY", yuan("2000000"), start,
				start.plusYears(4), "2024",
				List.of(line("EQUIPMENT", "1000000", "900000"), line("OPERATION", "600000", "600000"),
						line("LABOUR", "400000", "300000"), line("INDIRECT", "200000", "100000")),
				List.of(new NewProject.Stage("建立损伤演化模型", LocalDate.now().minusDays(60),
						List.of(new NewProject.Measure("寿命预测误差", "±50", "±20", "%"))),
						new NewProject.Stage("完成部件级验证", LocalDate.now().plusDays(300), List.of())));
	}

	private static NewProject.Line line(String code, String planned, String received) {
		return new NewProject.Line(code, yuan(planned), yuan(received));
	}

	private static BigDecimal yuan(String amount) {
		return new BigDecimal(amount);
	}

}
