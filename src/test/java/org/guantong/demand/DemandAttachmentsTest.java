package org.guantong.demand;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.attachment.AttachmentService;
import org.guantong.attachment.NewAttachment;
import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Ref;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of demands: what is taken, who may read them, until when they can change. */
class DemandAttachmentsTest extends NeedsTest {

	@Autowired
	private Site site;

	@Autowired
	private AttachmentService attachments;

	@Autowired
	private AuditTrail audit;

	private Demand demand;

	private String address;

	@BeforeEach
	void aDraft() {
		open();
		demand = demand(contact, "高温合金叶片寿命");
		address = "/attachments/demand/" + demand.id();
	}

	@Test
	void aContactAddsAFileThatTheOfficeReadsAndNobodyElse() throws IOException {
		// given
		Site.Browser browser = site.browser(contact);
		browser.get(address);
		byte[] report = pdf();

		// when
		Site.Reply added = browser.upload(address, "..\\检测\u202E报告.pdf", report,
				Map.of("description", "第三方检测", "notClassified", "true"));

		// then
		assertThat(added.status()).isEqualTo(200);
		assertThat(added.body()).contains("已添加：检测_报告.pdf", "第三方检测", contact.name()).doesNotContain("??", "检测\\");
		long file = attachments.open(contact, ref()).files().get(0).id();
		for (Person reader : List.of(contact, leader, officer)) {
			assertThat(site.browser(reader).get("/demands/" + demand.id()).body()).contains("检测_报告.pdf");
			assertThat(site.api(reader).bytes("/api" + address + "/" + file + "/content")).isEqualTo(report);
		}
		Site.Reply fetched = site.browser(officer).get(address + "/" + file + "/content");
		assertThat(fetched.header("Content-Disposition")).startsWith("attachment");
		assertThat(fetched.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(fetched.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(fetched.header("Cache-Control")).contains("no-store");
		assertThat(fetched.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
		Person pi = given.person("孙教授", given.organisation("HOST", "某大学"), Role.PI);
		Person expert = given.person("钱专家", given.organisation("HOST", "某研究院"), Role.EXPERT);
		for (Person stranger : List.of(otherContact, otherLeader, pi, expert)) {
			assertThat(site.browser(stranger).get(address + "/" + file + "/content").status()).isEqualTo(404);
			assertThat(site.browser(stranger).get(address).status()).isEqualTo(404);
			assertThat(site.api(stranger).get("/api" + address).status()).isEqualTo(404);
			assertThat(site.api(stranger).delete("/api" + address + "/" + file).status()).isEqualTo(404);
		}
		assertThat(site.browser().get(address + "/" + file + "/content").path()).isEqualTo("/login");
		assertThat(audit.entriesFor(ref())).extracting(AuditEntry::action)
			.contains("attachment.added", "attachment.fetched");
		assertThat(audit.entriesFor(ref()).stream().filter((entry) -> entry.action().equals("attachment.fetched")))
			.as("its own people fetch without a record")
			.hasSize(2);
	}

	@Test
	void aFileOfAnotherThingIsNotReachedThroughThisOne() throws IOException {
		Demand theirs = demand(otherContact, "深层页岩油提采");
		long file = attachments.add(otherContact, theirs.subject().ref(), new NewAttachment("内部.pdf", pdf(), "", true))
			.id();

		assertThat(site.api(contact).get("/api" + address + "/" + file + "/content").status()).isEqualTo(404);
		assertThat(site.api(contact).delete("/api" + address + "/" + file).status()).isEqualTo(404);
		assertThat(attachments.open(otherContact, theirs.subject().ref()).files()).hasSize(1);
	}

	@Test
	void withoutTheDeclarationNothingIsTakenAndWhatWasTypedStays() throws IOException {
		Site.Browser browser = site.browser(contact);
		browser.get(address);

		Site.Reply refused = browser.upload(address, "报告.pdf", pdf(), Map.of("description", "现场照片说明"));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("每个文件都须确认不含涉密", "现场照片说明");
		assertThat(attachments.open(contact, ref()).files()).isEmpty();
		Site.Reply api = site.api(contact).upload("/api" + address, "报告.pdf", pdf(), Map.of());
		assertThat(api.status()).isEqualTo(422);
		assertThat(api.json().at("/errors/0/field").asText()).isEqualTo("notClassified");
	}

	@Test
	void aFileThatIsTooLargeIsRefusedWithASentenceHoweverLargeItIs() {
		Site.Browser browser = site.browser(contact);
		browser.get(address);

		Site.Reply above = browser.upload(address, "大.pdf", new byte[22_000_000],
				Map.of("description", "全部原始数据", "notClassified", "true"));
		assertThat(above.status()).isEqualTo(422);
		assertThat(above.body()).contains("超过 20 MB", "全部原始数据");
		browser.get(address + "?lang=en");
		Site.Reply far = browser.upload(address, "大.pdf", new byte[40_000_000], Map.of("notClassified", "true"));
		assertThat(far.status()).isEqualTo(413);
		assertThat(far.body()).contains("A file may have up to 20 MB", "Back to my inbox");
		Site.Reply api = site.api(contact).upload("/api" + address, "大.pdf", new byte[40_000_000], Map.of());
		assertThat(api.status()).isEqualTo(413);
		assertThat(api.header("Content-Type")).startsWith("application/problem+json");
		assertThat(api.json().get("detail").asText()).contains("单个文件不超过 20 MB");
		assertThat(attachments.open(contact, ref()).files()).isEmpty();
	}

	@Test
	void theSameContentTwiceIsOneFile() throws IOException {
		byte[] same = pdf();

		long first = add("甲.pdf", same);
		long second = add("乙.pdf", same);

		assertThat(second).isEqualTo(first);
		assertThat(attachments.open(contact, ref()).files()).hasSize(1);
	}

	@Test
	void whatIsNotWhatItsNameSaysOrRunsSomethingIsRefusedWithARemedy() throws IOException {
		byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
		refused("程序.exe", new byte[] { 'M', 'Z', 0, 1 }, "attachment.problem.kind");
		refused("页面.html", page, "attachment.problem.kind");
		refused("图.svg", page, "attachment.problem.kind");
		refused("宏.docm", word(), "attachment.problem.kind");
		refused("没有扩展名", pdf(), "attachment.problem.kind");
		refused("假.pdf", page, "attachment.problem.other");
		refused("假.png", pdf(), "attachment.problem.other");
		refused("假.jpg", page, "attachment.problem.other");
		refused("假.docx", page, "attachment.problem.other");
		refused("表格.docx", workbook(), "attachment.problem.other");
		refused("文档.xlsx", word(), "attachment.problem.other");
		refused("压缩包.docx", zip("a.txt", "hello"), "attachment.problem.other");
		refused("二进制.txt", new byte[] { 'a', 0, 'b' }, "attachment.problem.other");
		refused("断.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), "attachment.problem.other");
		refused("加密.pdf", lockedPdf(), "attachment.problem.locked");
		refused("脚本.pdf", actingPdf(), "attachment.problem.active");
		refused("外链.docx", loadingWord(), "attachment.problem.active");
		refused("宏.docx", word("/word/vbaProject.bin", "application/vnd.ms-office.vbaProject", new byte[10]),
				"attachment.problem.active");
		refused("嵌入.docx", word("/word/embeddings/a.bin", "application/octet-stream", zip("a.exe", "MZ")),
				"attachment.problem.active");
		refused("炸弹.docx", word("/word/media/a.png", "image/png", new byte[210_000_000]),
				"attachment.problem.unpacked");
		refused("加密.docx", lockedWord(), "attachment.problem.locked");
		refused("折行\n/../名.exe", pdf(), "attachment.problem.kind");
		refused("空.pdf", new byte[0], "attachment.problem.none");
		refused("大.pdf", new byte[20_000_001], "attachment.problem.size");

		assertThat(attachments.open(contact, ref()).files()).isEmpty();
		add("文档.docx", word());
		add("表格.XLSX", workbook());
		add("说明.txt", "国标编码的说明".getBytes("GB18030"));
		add("照片.png", picture("png"));
		add("照片.jpeg", picture("jpg"));
		add("汇报.pptx", slides());
		add("换行\n/\u202E名.pdf", pdf());
		add("𠮷".repeat(80) + "甲.pdf", lastPageTurned());
		assertThat(attachments.open(contact, ref()).files()).extracting("name")
			.containsExactly("文档.docx", "表格.XLSX", "说明.txt", "照片.png", "照片.jpeg", "汇报.pptx", "_名.pdf",
					"𠮷".repeat(72) + "甲.pdf");
	}

	@Test
	void thereIsALimitToHowManyThereAre() {
		for (int i = 0; i < 20; i++) {
			add("说明" + i + ".txt", ("第" + i + "份").getBytes(StandardCharsets.UTF_8));
		}

		refused("再一份.txt", "再一份".getBytes(StandardCharsets.UTF_8), "attachment.problem.many");
	}

	@Test
	void thereIsALimitToWhatTheyAreTogether() {
		add("大.txt", "大".getBytes(StandardCharsets.UTF_8));
		jdbc.sql("update attachment set size = 99999999 where subject_kind = 'demand' and subject_id = ?")
			.param(demand.id())
			.update();

		refused("再一份.txt", "再一份".getBytes(StandardCharsets.UTF_8), "attachment.problem.total");
	}

	@Test
	void afterHandingInFilesStandUntilTheContactTakesItBackAndAfterSignatureForGood() throws IOException {
		// given
		long file = add("报告.pdf", pdf());
		Site.Browser browser = site.browser(contact);
		submit(contact);
		assertThat(browser.get(address).body()).doesNotContain("type=\"file\"");
		assertThat(browser.post(address + "/" + file + "/remove", Map.of()).status()).isEqualTo(409);

		// when
		assertThat(browser.get("/rounds/" + round.id() + "/demands").body()).contains("撤回修改", "附件 1");
		browser.post("/rounds/" + round.id() + "/demands/recall", Map.of());

		// then
		assertThat(stateOf(demand)).isEqualTo(Demand.State.RETURNED);
		assertThat(hasTask(leader, "signOff")).isFalse();
		browser.get(address);
		assertThat(browser.post(address + "/" + file + "/remove", Map.of()).body()).contains("没有附件");
		complete(contact, "amendDemands", Map.of("notClassified", true, "remark", "已更换"));
		sign(leader);
		assertThat(browser.post("/rounds/" + round.id() + "/demands/recall", Map.of()).status()).isEqualTo(409);
		assertThatThrownBy(() -> add("迟.txt", new byte[] { 'x' })).hasMessageContaining("demand.stale");
		assertThat(stateOf(demand)).isEqualTo(Demand.State.SIGNED);
	}

	@Test
	void onlyTheContactTakesBackWhatWasHandedIn() {
		submit(contact);

		for (Person other : List.of(leader, officer, otherContact)) {
			assertThat(site.api(other).post("/api/rounds/" + round.id() + "/demands/recall", Map.of()).status())
				.as(other.name())
				.isIn(403, 409);
		}
		assertThat(stateOf(demand)).isEqualTo(Demand.State.SUBMITTED);
		assertThat(site.api(contact).post("/api/rounds/" + round.id() + "/demands/recall", Map.of()).status())
			.isEqualTo(204);
	}

	private long add(String name, byte[] content) {
		return attachments.add(contact, ref(), new NewAttachment(name, content, "", true)).id();
	}

	private void refused(String name, byte[] content, String why) {
		assertThatThrownBy(() -> add(name, content)).as(name)
			.isInstanceOfSatisfying(InvalidInput.class,
					(refusal) -> assertThat(refusal.problems()).as(name)
						.extracting("field", "messageKey")
						.containsExactly(org.assertj.core.groups.Tuple.tuple("file", why)));
	}

	private Ref ref() {
		return demand.subject().ref();
	}

	private static byte[] pdf() throws IOException {
		try (PDDocument pdf = new PDDocument()) {
			pdf.addPage(new PDPage());
			return bytes(pdf);
		}
	}

	private static byte[] lockedPdf() throws IOException {
		try (PDDocument pdf = new PDDocument()) {
			pdf.addPage(new PDPage());
			pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
			return bytes(pdf);
		}
	}

	private static byte[] actingPdf() throws IOException {
		try (PDDocument pdf = new PDDocument()) {
			pdf.addPage(new PDPage());
			pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
			return bytes(pdf);
		}
	}

	private static byte[] bytes(PDDocument pdf) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		pdf.save(out);
		return out.toByteArray();
	}

	private static byte[] word() throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			document.createParagraph().createRun().setText("技术说明");
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			document.write(out);
			return out.toByteArray();
		}
	}

	/** With one part more. */
	private static byte[] word(String part, String type, byte[] content) throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			PackagePart more = document.getPackage().createPart(PackagingURIHelper.createPartName(part), type);
			document.getPackagePart()
				.addRelationship(more.getPartName(), TargetMode.INTERNAL, "http://example.org/" + type);
			try (OutputStream into = more.getOutputStream()) {
				into.write(content);
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			document.write(out);
			return out.toByteArray();
		}
		catch (InvalidFormatException ex) {
			throw new IOException(ex);
		}
	}

	private static byte[] lockedWord() throws IOException {
		try (POIFSFileSystem file = new POIFSFileSystem()) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream into = encryptor.getDataStream(file)) {
				into.write(word());
			}
			catch (GeneralSecurityException ex) {
				throw new IOException(ex);
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			file.writeFilesystem(out);
			return out.toByteArray();
		}
	}

	private static byte[] slides() throws IOException {
		try (XMLSlideShow show = new XMLSlideShow()) {
			show.createSlide();
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			show.write(out);
			return out.toByteArray();
		}
	}

	private static byte[] picture(String format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
		return out.toByteArray();
	}

	private static byte[] lastPageTurned() throws IOException {
		try (PDDocument pdf = new PDDocument()) {
			PDPage page = new PDPage();
			page.setRotation(90);
			pdf.addPage(page);
			return bytes(pdf);
		}
	}

	private static byte[] loadingWord() throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			document.getPackagePart()
				.addRelationship(java.net.URI.create("http://127.0.0.1/evil.dotm"), TargetMode.EXTERNAL,
						"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			document.write(out);
			return out.toByteArray();
		}
	}

	private static byte[] workbook() throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			workbook.createSheet("数据").createRow(0).createCell(0).setCellValue("1");
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static byte[] zip(String name, String content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content.getBytes(StandardCharsets.UTF_8));
		}
		return out.toByteArray();
	}

}
