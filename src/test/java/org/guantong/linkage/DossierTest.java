package org.guantong.linkage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.attachment.AttachmentService;
import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.linkage.dossier.DossierService;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermService;
import org.guantong.midterm.coauthor.ContributionService;
import org.guantong.midterm.visit.VisitService;
import org.guantong.project.Budgets;
import org.guantong.project.Expenditure;
import org.guantong.project.GivenProjects;
import org.guantong.project.NewExpenditure;
import org.guantong.project.ProjectService;
import org.guantong.project.change.ChangeKind;
import org.guantong.project.change.ChangeService;
import org.guantong.project.change.NewChange;
import org.guantong.shared.Ref;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.Uploads;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A project's whole record in one archive that can be checked. */
@GuantongTest
@Import(GivenProjects.class)
class DossierTest {

	@Autowired
	private Given given;

	@Autowired
	private DossierService dossiers;

	@Autowired
	private MidtermService midterms;

	@Autowired
	private ChangeService changes;

	@Autowired
	private VisitService visits;

	@Autowired
	private ContributionService contributions;

	@Autowired
	private AttachmentService attachments;

	@Autowired
	private Budgets budgets;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Engine engine;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private Site site;

	private GivenProjects.Cast cast;

	private MidtermCheck check;

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void it_holds_every_form_letter_file_and_act_and_its_index_matches(@Autowired GivenProjects projects)
			throws Exception {
		aProjectThatWasChecked(projects);
		Person auditor = given.person("审计", cast.officer().organisationId(), Role.AUDITOR);

		Map<String, byte[]> files = unpacked(dossiers.of(auditor, cast.project().id(), Locale.CHINESE).content());

		assertThat(files.keySet()).contains("0-目录.pdf", "1-项目概况.pdf", "2-贯通链.pdf", "3-审计记录.pdf");
		String folder = "办理表单/中期检查 " + check.code() + "/";
		assertThat(files.keySet()).filteredOn((name) -> name.startsWith(folder))
			.as("report, endorsement, experts, two reviews, opinion, decision")
			.hasSize(7);
		assertThat(files.keySet()).anyMatch((name) -> name.startsWith("办理表单/项目变更 "))
			.anyMatch((name) -> name.startsWith("决定书/") && name.contains("ZJ"))
			.anyMatch((name) -> name.startsWith("附件/" + check.code()) && name.endsWith("检测报告.pdf"))
			.anyMatch((name) -> name.startsWith("附件/" + cast.project().code()) && name.endsWith("发票.pdf"))
			.anyMatch((name) -> name.startsWith("附件/" + check.code() + "-V") && name.endsWith("现场.pdf"))
			.anyMatch((name) -> name.startsWith("附件/" + check.code() + "-C") && name.endsWith("曲线.pdf"));
		assertThat(text(files, folder + "01")).contains("误差降至25%", "检测报告一", cast.pi().name());
		assertThat(text(files, "1-项目概况.pdf")).contains("500,000.00", "建立损伤演化模型");
		assertThat(text(files, "3-审计记录.pdf")).contains("记录完整").contains("下达中期结论");
		assertThat(text(files, "2-贯通链.pdf")).contains("高温合金叶片寿命预测");
		String index = text(files, "0-目录.pdf").replaceAll("\\s", "");
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			if (!file.getKey().startsWith("0-")) {
				assertThat(index).as(file.getKey())
					.contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue())));
			}
		}
		assertThat(audit.entriesFor(cast.project().subject().ref())).extracting("action").contains("dossier.taken");
	}

	@Test
	void only_the_office_and_auditors_take_it(@Autowired GivenProjects projects) {
		cast = projects.cast();
		String address = "/projects/" + cast.project().id() + "/dossier.zip";
		for (Person person : List.of(cast.pi(), cast.host(), cast.contact(),
				given.person("专家", given.organisation("HOST", "他校"), Role.EXPERT))) {
			assertThat(site.browser(person).get(address).status()).as(person.name()).isEqualTo(403);
			assertThat(site.api(person).get("/api" + address).status()).isEqualTo(403);
		}
		assertThat(site.browser(cast.officer()).get(address).status()).isEqualTo(200);
		assertThat(site.browser(cast.officer()).get("/projects/9999999/dossier.zip").status()).isEqualTo(404);
		assertThat(site.browser(cast.pi()).get("/projects/" + cast.project().id()).body())
			.doesNotContain("dossier.zip");
	}

	@Test
	void vouchers_are_added_by_those_who_keep_the_books_until_the_project_is_over(@Autowired GivenProjects projects,
			@Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc) {
		cast = projects.cast();
		attachments.add(cast.host(), cast.project().subject().ref(), Uploads.pdf("发票.pdf"));
		assertThat(site.browser(cast.pi()).get("/projects/" + cast.project().id() + "/spending").body())
			.contains("发票.pdf");
		assertThat(attachments.open(cast.officer(), cast.project().subject().ref()).files()).hasSize(1);
		assertThatThrownBy(() -> attachments.add(cast.officer(), cast.project().subject().ref(), Uploads.pdf("x.pdf")))
			.isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
		jdbc.sql("update project set state = 'CLOSED' where id = ?").param(cast.project().id()).update();
		assertThatThrownBy(() -> attachments.add(cast.host(), cast.project().subject().ref(), Uploads.pdf("y.pdf")))
			.isInstanceOf(Stale.class);
		assertThat(site.browser(cast.pi()).get("/projects/" + cast.project().id() + "/spending.xlsx").status())
			.isEqualTo(200);
	}

	@Test
	void each_entry_of_spending_has_its_own_vouchers_which_go_into_the_dossier(@Autowired GivenProjects projects,
			@Autowired ProjectService books) throws IOException {
		cast = projects.cast();
		long id = cast.project().id();
		long entry = books.recordExpenditure(cast.pi(), id,
				new NewExpenditure("EQUIPMENT", LocalDate.now(), new BigDecimal("1200.50"), "试验台"));
		Ref vouchers = new Ref(Kind.EXPENDITURE, entry);
		attachments.add(cast.host(), vouchers, Uploads.pdf("试验台发票.pdf"));
		assertThat(books.expenditures(cast.contact(), id)).extracting(Expenditure::vouchers).containsExactly(1);
		assertThat(site.browser(cast.pi()).get("/projects/" + id + "/spending").body())
			.contains("/attachments/expenditure/" + entry, "1 份");
		assertThatThrownBy(() -> attachments.add(cast.officer(), vouchers, Uploads.pdf("x.pdf")))
			.isInstanceOf(AccessDeniedException.class);
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThatThrownBy(() -> attachments.open(stranger, vouchers)).isInstanceOf(NotFound.class);
		assertThat(unpacked(dossiers.of(cast.officer(), id, Locale.CHINESE).content()).keySet())
			.contains("附件/" + cast.project().code() + "-Z" + entry + "/"
					+ attachments.open(cast.pi(), vouchers).files().get(0).id() + " 试验台发票.pdf");
	}

	/** From report to letter, with a file at each and a change beside. */
	private void aProjectThatWasChecked(GivenProjects projects) {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		cast = projects.cast();
		Person expert = given.person("赵专家", given.organisation("HOST", "东北大学"), Role.EXPERT);
		Person finance = given.person("钱会计", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);
		check = midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
		attachments.add(cast.pi(), check.ref(), Uploads.pdf("检测报告.pdf"));
		attachments.add(cast.pi(), cast.project().subject().ref(), Uploads.pdf("发票.pdf"));
		long visit = visits.plan(cast.officer(), check.id(),
				new VisitService.Plan(LocalDate.now().plusDays(5), "实验室", "周主任", "", null));
		attachments.add(cast.officer(), new Ref(Kind.SITE_VISIT, visit), Uploads.pdf("现场.pdf"));
		contributions.ask(cast.pi(), check.id(), cast.host().username(), "试验曲线", LocalDate.now().plusDays(5));
		attachments.add(cast.host(), new Ref(Kind.CONTRIBUTION, contributions.mine(cast.host()).get(0).id()),
				Uploads.pdf("曲线.pdf"));
		report();
		complete(cast.host(), "endorseReport", Map.of("decision", "ENDORSE", "declaration", true));
		complete(cast.officer(), "assignExperts", Map.of("technicalExperts", List.of(Long.toString(expert.id())),
				"financeExpert", Long.toString(finance.id())));
		Map<String, Object> opinion = Map.of("conflict", "NONE", "grade", "A", "reasons", "进展与计划相比如上。", "pledge", true);
		complete(expert, "reviewProgress", opinion);
		complete(finance, "reviewSpending", opinion);
		complete(cast.contact(), "coFunderOpinion", Map.of("served", "YES"));
		complete(cast.officer(), "decide", Map.of("decision", "CONTINUE"));
		var change = changes.apply(cast.pi(), cast.project().id(), new NewChange(ChangeKind.TERM, "试验延误", "", null,
				null, cast.project().endsOn().plusMonths(3), List.of()));
		tasks.complete(cast.host(), inbox.openAbout("endorseChange", change.subject().ref()).get(0).id(),
				Map.of("decision", "ENDORSE"));
		engine.settle();
	}

	private void report() {
		List<Map<String, Object>> spending = new ArrayList<>();
		budgets.of(cast.project().id())
			.lines()
			.forEach((line) -> spending
				.add(Map.of("spent", new BigDecimal(line.code().equals("EQUIPMENT") ? "500000" : "0"))));
		complete(cast.pi(), "reportProgress", Map.of("stages",
				List.of(Map.of("state", "DONE", "actualOn", LocalDate.now().minusDays(70).toString()),
						Map.of("state", "PLANNED")),
				"reached", List.of(Map.of("actual", "±25", "evidence", "检测报告一")), "progressState", "ON_PLAN", "summary",
				"模型已建立，误差降至25%。", "spending", spending, "declaration", true));
	}

	private void complete(Person person, String step, Map<String, Object> input) {
		tasks.complete(person, inbox.openAbout(step, check.ref()).get(0).id(), input);
		engine.settle();
	}

	private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(files.put(entry.getName(), zip.readAllBytes())).as("each name once").isNull();
			}
		}
		return files;
	}

	private static String text(Map<String, byte[]> files, String start) throws IOException {
		byte[] file = files.entrySet()
			.stream()
			.filter((one) -> one.getKey().startsWith(start))
			.findFirst()
			.orElseThrow()
			.getValue();
		try (PDDocument pdf = Loader.loadPDF(file)) {
			return new PDFTextStripper().getText(pdf).replaceAll("\\R", "");
		}
	}

}
