package org.guantong.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;

import org.guantong.project.Milestones;
import org.guantong.project.NewExpenditure;
import org.guantong.project.NewProject;
import org.guantong.project.Project;
import org.guantong.project.ProjectService;
import org.guantong.project.Projects;
import org.guantong.project.payment.PaymentService;

/** Projects granted under published directions, with what they have spent so far. */
@ForDemonstration
@Order(6)
class DemoProjects implements DemoStage {

	private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

	private static final String INDIRECT = "INDIRECT";

	/** Money arrives ahead of its use, by that much. */
	private static final BigDecimal AHEAD = new BigDecimal("1.2");

	private static final Map<String, List<String>> USES = Map.of("EQUIPMENT",
			List.of("购置主要测试设备", "设备改造与安装调试", "购置配套仪器"), "OPERATION",
			List.of("试验材料与测试加工", "外场试验与差旅", "论文版面与知识产权事务", "试验材料补充采购"), "LABOUR", List.of("研究生劳务费", "博士后与科研助理劳务费"),
			"PARTNERS", List.of("按协议转拨合作单位"), INDIRECT, List.of("依托单位管理费", "绩效支出"));

	private final Script script;

	private final Cast cast;

	private final DemoGuide guide;

	private final ProjectService projects;

	private final PaymentService payments;

	private final Milestones milestones;

	private final Projects all;

	private final Clock clock;

	private final Map<String, Project> byKey = new LinkedHashMap<>();

	DemoProjects(Script script, Cast cast, DemoGuide guide, ProjectService projects, PaymentService payments,
			Milestones milestones, Projects all, Clock clock) {
		this.script = script;
		this.cast = cast;
		this.guide = guide;
		this.projects = projects;
		this.payments = payments;
		this.milestones = milestones;
		this.all = all;
		this.clock = clock;
	}

	@Override
	public String play() {
		List<Script.Grant> all = script.projects();
		all.forEach((grant) -> byKey.put(grant.key(), enter(grant)));
		all.forEach(this::spend);
		all.forEach(this::pay);
		all.stream().filter((grant) -> grant.midterm() == null).forEach(this::reach);
		return all.size() + " projects with budgets and spending";
	}

	/** As it stands by now. */
	Project now(String key) {
		return all.require(byKey.get(key).id());
	}

	Project of(String key) {
		return byKey.get(key);
	}

	private Project enter(Script.Grant grant) {
		LocalDate begins = begins(grant);
		int years = grant.category().equals("CULTIVATION") ? 3 : 4;
		return projects.enter(cast.officer(),
				new NewProject("U%02dA%04d".formatted((begins.getYear() - 1) % 100, 2001 + byKey.size()), grant.title(),
						guide.code(grant.direction()), grant.pi(), grant.category(), directCost(grant), begins,
						begins.plusYears(years).minusDays(1), "2024",
						grant.budget()
							.entrySet()
							.stream()
							.map((line) -> new NewProject.Line(line.getKey(), yuan(line.getValue()),
									received(grant, line.getKey())))
							.toList(),
						grant.milestones().stream().map((mark) -> stage(begins, mark)).toList()));
	}

	private LocalDate begins(Script.Grant grant) {
		return LocalDate.of(LocalDate.now(clock).getYear() - grant.began(), 1, 1);
	}

	private static NewProject.Stage stage(LocalDate begins, Script.Mark mark) {
		return new NewProject.Stage(mark.title(), begins.plusMonths(mark.month()).minusDays(1),
				List.of(new NewProject.Measure(mark.name(), mark.baseline(), mark.target(), mark.unit())));
	}

	private static BigDecimal directCost(Script.Grant grant) {
		return grant.budget()
			.entrySet()
			.stream()
			.filter((line) -> !line.getKey().equals(INDIRECT))
			.map((line) -> yuan(line.getValue()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal received(Script.Grant grant, String line) {
		BigDecimal planned = yuan(grant.budget().get(line));
		return yuan(grant.spent().get(line)).multiply(AHEAD)
			.max(planned.multiply(new BigDecimal("0.6")))
			.min(planned)
			.setScale(2, RoundingMode.HALF_UP);
	}

	/** Every line is spent in equal parts over the time that has passed. */
	private void spend(Script.Grant grant) {
		Project project = byKey.get(grant.key());
		LocalDate last = project.endsOn().isBefore(LocalDate.now(clock)) ? project.endsOn() : LocalDate.now(clock);
		long days = ChronoUnit.DAYS.between(project.startsOn(), last);
		grant.spent().forEach((line, amount) -> {
			List<String> uses = USES.get(line);
			BigDecimal part = yuan(amount).divide(BigDecimal.valueOf(uses.size()), 2, RoundingMode.DOWN);
			for (int i = 0; i < uses.size() && amount.signum() > 0; i++) {
				boolean rest = i == uses.size() - 1;
				BigDecimal now = rest ? yuan(amount).subtract(part.multiply(BigDecimal.valueOf(i))) : part;
				projects.recordExpenditure(cast.the(grant.pi()), project.id(), new NewExpenditure(line,
						project.startsOn().plusDays(days * (i + 1) / (uses.size() + 1)), now, uses.get(i)));
			}
		});
	}

	/** What was due by today was reached, where no report will say so. */
	private void reach(Script.Grant grant) {
		milestones.of(byKey.get(grant.key()).id())
			.stream()
			.filter((mark) -> mark.plannedOn().isBefore(LocalDate.now(clock)))
			.forEach((mark) -> milestones.progress(mark.id(), "DONE", mark.plannedOn(), ""));
	}

	/** Paid out by the default shares: what was due before this year has been paid. */
	private void pay(Script.Grant grant) {
		long project = byKey.get(grant.key()).id();
		payments.plan(cast.officer(), project, payments.propose(cast.officer(), project));
		LocalDate thisYear = LocalDate.now(clock).withDayOfYear(1);
		payments.plan(cast.officer(), project)
			.instalments()
			.stream()
			.filter((one) -> one.state().equals("READY") && one.plannedOn().isBefore(thisYear))
			.forEach((one) -> payments.pay(cast.officer(), project, one.id(), one.plannedOn().plusDays(20),
					"银付" + one.plannedOn().getYear() + "-" + (100 + one.number()), true));
	}

	private static BigDecimal yuan(BigDecimal wan) {
		return wan.multiply(WAN).setScale(2, RoundingMode.HALF_UP);
	}

}
