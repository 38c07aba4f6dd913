package org.guantong.midterm;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.summary.SeasonReportService;
import org.guantong.midterm.summary.SeasonSummary;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.project.ProjectService;
import org.guantong.project.Projects;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/** The report on a season, opened again and held against the books. */
@GuantongTest
@Import(GivenProjects.class)
class SeasonReportTest {

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void theWordReportHasEveryProjectTablesAndChartsAndNamesNoExpert(@Autowired Given given,
			@Autowired GivenProjects projects, @Autowired ProjectService service, @Autowired Projects all,
			@Autowired Budgets budgets, @Autowired MidtermService midterms, @Autowired MidtermChecks checks,
			@Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Engine engine,
			@Autowired SeasonReportService reports, @Autowired JdbcClient jdbc, @Autowired Site site) throws Exception {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		GivenSeason season = new GivenSeason(
				new GivenSeason.With(given, projects, service, all, budgets, midterms, checks, tasks, inbox, engine),
				4);
		Person expert = given.person("匿名专家甲", given.organisation("HOST", "东北大学"), Role.EXPERT);
		Person finance = given.person("匿名会计乙", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);
		MidtermCheck first = season.checks.get(0);
		season.report(first, "ON_PLAN");
		season.complete(season.cast.officer(), first, "assignExperts", Map.of("technicalExperts",
				List.of(Long.toString(expert.id())), "financeExpert", Long.toString(finance.id())));
		season.review(first, Map.of(expert.id(), expert, finance.id(), finance), "B");
		season.complete(season.cast.officer(), first, "decide",
				Map.of("decision", "CONTINUE_WITH_REMARKS", "remarks", "请加快设备采购。"));
		long fund = jdbc.sql("select fund_id from round where id = ?")
			.param(season.cast.round())
			.query(Long.class)
			.single();
		Person auditor = given.person("审计", season.cast.officer().organisationId(), Role.AUDITOR);

		SeasonSummary summary = reports.summary(auditor, fund, first.season());
		byte[] file = reports.document(auditor, fund, first.season(), Locale.CHINESE).content();
		keep(file);

		assertThat(summary.checks()).isEqualTo(4);
		assertThat(summary.spent()).isEqualByComparingTo("1100000");
		assertThat(summary.lines().stream().map(SeasonSummary.Line::spent).reduce(BigDecimal.ZERO, BigDecimal::add))
			.isEqualByComparingTo(summary.spent());
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
			List<XWPFTable> tables = document.getTables();
			assertThat(tables).hasSize(6);
			assertThat(tables.get(5).getRows()).as("a head and every project").hasSize(5);
			assertThat(tables.get(5).getText()).contains(season.cast.project().code(), "请加快设备采购。");
			assertThat(tables.get(0).getText()).contains("待填报").contains("继续（附意见）");
			assertThat(tables.get(1).getText()).contains("技术").contains("财务");
			assertThat(tables.get(2).getText()).contains("设备费").contains("4,000,000.00").contains("500,000.00");
			assertThat(document.getCharts()).hasSize(2);
			String text = new org.apache.poi.xwpf.extractor.XWPFWordExtractor(document).getText();
			assertThat(text).contains("本年度共检查 4 个项目，其中 1 个已办结", "1,100,000.00")
				.doesNotContain("{{", "⟦", "匿名专家甲", "匿名会计乙");
		}
		assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("周主任");
		String address = "/midterm/seasons/report.docx?fund=" + fund + "&season=" + first.season();
		assertThat(site.browser(season.cast.pi()).get(address).status()).isEqualTo(403);
		assertThat(site.browser(auditor).get(address).status()).isEqualTo(200);
		assertThat(site.browser(auditor).get("/midterm/seasons/report.docx?fund=" + fund + "&season=2001").status())
			.isEqualTo(404);
	}

	/** To be looked at. */
	private static void keep(byte[] file) throws java.io.IOException {
		Path folder = Files.createDirectories(Path.of("target", "documents"));
		try (FileOutputStream out = new FileOutputStream(folder.resolve("season.docx").toFile())) {
			out.write(file);
		}
	}

}
