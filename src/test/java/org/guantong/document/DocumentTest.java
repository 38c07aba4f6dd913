package org.guantong.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files the application makes, opened again. */
@GuantongTest
class DocumentTest {

	private static final Instant AT = Instant.parse("2026-10-31T02:00:00Z");

	@Autowired
	Pdf pdf;

	@Autowired
	Word word;

	@Autowired
	@Qualifier("guideWordKind")
	WordKind kind;

	@Autowired
	WordTemplateService templates;

	@Autowired
	Given given;

	@AfterEach
	void standardTemplate() {
		templates.putBack(given.officer(), kind.key(), 0);
	}

	@Test
	void aPdfSaysWhatItsPageSaysInTypeOfItsOwnAndNamesNobody() throws IOException {
		byte[] file = sample();
		try (PDDocument read = Loader.loadPDF(file)) {
			assertThat(new PDFTextStripper().getText(read)).contains("高熵合金氢脆机理 <b>", "文件模板", "1 / 1");
			for (var name : read.getPage(0).getResources().getFontNames()) {
				PDFont font = read.getPage(0).getResources().getFont(name);
				assertThat(font.isEmbedded()).as(font.getName()).isTrue();
				assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
			}
			assertThat(read.getDocumentInformation().getAuthor()).isEqualTo(Authorship.PRODUCT);
			assertThat(read.getDocumentInformation().getTitle()).isEqualTo("指南");
			assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged").isTrue();
			assertThat(read.getPage(0).getResources().getXObjectNames()).as("nothing was loaded").isEmpty();
		}
		assertThat(file.length).as("only the characters used").isLessThan(200_000);
	}

	@Test
	void thePdfOfTheSamePageIsTheSameFile() {
		assertThat(sample()).isEqualTo(sample());
	}

	@Test
	void aWordFileIsTheTemplateFilledInWithHeadingsAndNamesNobody() throws IOException {
		byte[] file = word.render(kind, kind.sample(), "指南", AT);
		try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(file))) {
			assertThat(headings(read, "Heading1")).containsExactly("一、新材料与先进制造");
			assertThat(headings(read, "Heading2")).hasSize(2).allMatch((text) -> text.startsWith("1. 样例方向"));
			assertThat(text(read)).contains("2026年度项目指南（样例）", "第 1 版").doesNotContain("{{");
			assertThat(read.getProperties().getCoreProperties().getCreator()).isEqualTo(Authorship.PRODUCT);
			assertThat(read.getProperties().getCoreProperties().getLastModifiedByUser()).isEqualTo(Authorship.PRODUCT);
		}
		assertThat(word.render(kind, kind.sample(), "指南", AT)).isEqualTo(file);
	}

	@Test
	void anOfficerReplacesTheTemplateAndPutsAnEarlierOneBack() throws IOException {
		Person officer = given.officer();
		templates.replace(officer, kind.key(), "本单位模板.docx", changed((document) -> {
			document.createParagraph().createRun().setText("抄送：{{fund}}各联合资助方");
		}));
		int number = word.templateNumber(kind);
		assertThat(filled()).contains("抄送：区域创新发展联合基金各联合资助方");

		templates.putBack(officer, kind.key(), 0);
		assertThat(filled()).doesNotContain("抄送");
		assertThat(templates.open(officer, kind.key()).history()).extracting(TemplateView.Put::fileName)
			.contains("本单位模板.docx");
		templates.putBack(officer, kind.key(), number);
		assertThat(filled()).contains("抄送");
	}

	@Test
	void aTemplateThatCannotBeFilledInIsRefused() throws IOException {
		refused("document.problem.unknown",
				changed((document) -> document.createParagraph().createRun().setText("{{reviewer}}")));
		refused("document.problem.missing", changed((document) -> {
			for (int i = document.getBodyElements().size() - 1; i >= 0; i--) {
				document.removeBodyElement(i);
			}
		}));
		refused("document.problem.trial",
				changed((document) -> document.createParagraph().createRun().setText("{{?fields}}")));
		refused("document.problem.active",
				changed((document) -> document.getPackagePart()
					.addRelationship(java.net.URI.create("http://example.org/x.dotm"), TargetMode.EXTERNAL,
							"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate")));
		assertThat(word.templateNumber(kind)).as("none of them is in force").isEqualTo(now());
	}

	@ParameterizedTest
	@ValueSource(strings = { "no zip at all", "" })
	void aFileThatIsNoWordDocumentIsRefused(String content) {
		assertThatThrownBy(() -> templates.replace(given.officer(), kind.key(), "x.docx", content.getBytes()))
			.isInstanceOf(InvalidInput.class);
	}

	@Test
	void picturesFromElsewhereAreNeverFilledIn() throws IOException {
		refused("document.problem",
				changed((document) -> document.createParagraph().createRun().setText("{{@guideTitle}}")));
		refused("document.problem",
				changed((document) -> document.createParagraph().createRun().setText("{{+guideTitle}}")));
	}

	@Test
	void onlyTheOfficeSeesTemplates() {
		Person leader = given.person("负责人", given.organisation("CO_FUNDER", "省厅"), Role.CO_FUNDER_LEADER);
		assertThatThrownBy(() -> templates.all(leader)).isInstanceOf(AccessDeniedException.class);
		assertThatThrownBy(() -> templates.replace(leader, kind.key(), "x.docx", new byte[1]))
			.isInstanceOf(AccessDeniedException.class);
	}

	private int now() {
		return templates.open(given.officer(), kind.key()).inForce();
	}

	private void refused(String key, byte[] template) {
		int before = now();
		assertThatThrownBy(() -> templates.replace(given.officer(), kind.key(), "x.docx", template))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining(key);
		assertThat(now()).isEqualTo(before);
	}

	private byte[] sample() {
		return pdf.render("document/sample", Map.of("text", "高熵合金氢脆机理 <b>"), "指南", Locale.CHINESE, AT);
	}

	private String filled() throws IOException {
		try (XWPFDocument read = new XWPFDocument(
				new ByteArrayInputStream(word.render(kind, kind.sample(), "指南", AT)))) {
			return text(read);
		}
	}

	private interface Change {

		void to(XWPFDocument document) throws IOException;

	}

	/** The standard template with something changed. */
	private byte[] changed(Change change) throws IOException {
		byte[] standard = templates.template(given.officer(), kind.key(), 0).content();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(standard))) {
			change.to(document);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			document.write(out);
			return out.toByteArray();
		}
	}

	private static List<String> headings(XWPFDocument document, String style) {
		return document.getParagraphs()
			.stream()
			.filter((paragraph) -> style.equals(paragraph.getStyle()))
			.map(XWPFParagraph::getText)
			.toList();
	}

	private static String text(XWPFDocument document) {
		return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
	}

}
