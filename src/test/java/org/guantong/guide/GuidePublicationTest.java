package org.guantong.guide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.edition.CorrectionService;
import org.guantong.guide.edition.Edition;
import org.guantong.guide.edition.EditionDirection;
import org.guantong.guide.edition.GuideBook;
import org.guantong.guide.edition.GuideDrafts;
import org.guantong.guide.edition.GuideFiles;
import org.guantong.guide.edition.GuideFiles.Format;
import org.guantong.guide.edition.PublicationPlan.Waiting;
import org.guantong.guide.edition.PublicationService;
import org.guantong.guide.edition.PublishedGuides;
import org.guantong.guide.edition.ReschedulingService;
import org.guantong.identity.Person;
import org.guantong.review.ExpertService;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A whole guide appears at its time, for everybody and for good. */
@GuantongTest
class GuidePublicationTest {

	@Autowired
	PublicationService publication;

	@Autowired
	ReschedulingService rescheduling;

	@Autowired
	PublishedGuides guides;

	@Autowired
	CorrectionService corrections;

	@Autowired
	GuideFiles files;

	@Autowired
	Engine engine;

	@Autowired
	TestClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Site site;

	GuideStage stage;

	final List<Long> adopted = new ArrayList<>();

	@BeforeEach
	void threeAdoptedDirections(@Autowired Given given, @Autowired DirectionService service,
			@Autowired GuideDirections directions, @Autowired ExpertService directory, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Cases cases) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 3);
		for (int i = 0; i < 3; i++) {
			stage.reviewed("APPROVE", 18);
			stage.leaders.forEach((leader) -> stage.signOff(leader, true));
			stage.complete(stage.committee, "adoptDirection",
					Map.of("votesFor", 7, "votesAgainst", 1, "abstentions", 1, "decision", "ADOPT"));
			adopted.add(stage.direction);
		}
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@Test
	void theWholeGuideAppearsAtOnceAtItsTimeAndTellsEachPersonOnce() {
		Instant at = clock.instant().plus(Duration.ofHours(5));
		publication.schedule(stage.officer, stage.round, numbers(1, 2, 3), at);
		engine.settle();
		assertThat(states()).as("before its time").containsOnly(State.ADOPTED);
		assertThat(site.browser().get("/public/guides/" + stage.round).status()).isEqualTo(404);

		clock.moveTo(at.plusSeconds(5));
		engine.settle();

		assertThat(states()).containsOnly(State.PUBLISHED);
		assertThat(guides.editions(stage.round)).singleElement().satisfies((edition) -> {
			assertThat(edition.number()).isEqualTo(1);
			assertThat(edition.kind()).isEqualTo(Edition.Kind.WHOLE);
			assertThat(edition.directions()).isEqualTo(3);
		});
		assertThat(jdbc.sql("select address from mail_outbox where key = 'guide-published' and thread = ?")
			.param("guide-" + stage.round)
			.query(String.class)
			.list()).containsExactlyInAnyOrder(stage.leaders.get(0).email(), stage.leaders.get(1).email(),
					stage.contacts.get(0).email(), stage.contacts.get(1).email());
	}

	@Test
	void whatIsLeftOverAppearsLaterAsASupplementThatRepeatsTheRest() {
		publication.schedule(stage.officer, stage.round, Map.of(adopted.get(0), 1, adopted.get(1), 2), null);
		engine.settle();
		assertThat(publication.plan(stage.officer, stage.round).waiting()).singleElement()
			.satisfies((one) -> assertThat(one.number()).as("the next free number").isEqualTo(3));

		publication.schedule(stage.officer, stage.round, Map.of(adopted.get(2), 7), null);
		engine.settle();

		assertThat(guides.editions(stage.round)).extracting(Edition::kind)
			.containsExactly(Edition.Kind.SUPPLEMENT, Edition.Kind.WHOLE);
		assertThat(guides.inForce(stage.round).directions()).hasSize(3);
		assertThat(guides.edition(stage.round, 1).directions()).as("the first stands").hasSize(2);
		assertThat(guides.changes(stage.round, 2)).singleElement()
			.satisfies((change) -> assertThat(change.isNew()).isTrue());
	}

	@Test
	void ofTwoArrangedBeforeAnythingAppearedTheLaterIsASupplement() {
		Instant at = clock.instant().plus(Duration.ofHours(1));
		publication.schedule(stage.officer, stage.round, Map.of(adopted.get(0), 1, adopted.get(1), 2),
				at.plus(Duration.ofHours(1)));
		publication.schedule(stage.officer, stage.round, Map.of(adopted.get(2), 3), at);
		clock.moveTo(at.plusSeconds(5));
		engine.settle();
		clock.moveTo(at.plus(Duration.ofHours(1)).plusSeconds(5));
		engine.settle();
		assertThat(guides.editions(stage.round)).extracting(Edition::kind, Edition::directions)
			.containsExactly(tuple(Edition.Kind.SUPPLEMENT, 3), tuple(Edition.Kind.WHOLE, 1));
	}

	@Test
	void aScheduledGuideIsMovedToAnotherTimeUntilItAppears() {
		Instant first = clock.instant().plus(Duration.ofDays(2));
		Edition arranged = publication.schedule(stage.officer, stage.round, numbers(1, 2, 3), first);
		engine.settle();
		String page = "/guides/" + stage.round + "/publication";
		Site.Browser browser = site.browser(stage.officer);
		assertThat(browser.get(page).body()).contains("改期", "name=\"version\" value=\"" + arranged.version() + "\"");
		Map<String, String> typed = new HashMap<>(Map.of("version", Integer.toString(arranged.version()), "when",
				"LATER", "publishAt", "2020-01-01T09:00"));
		Site.Reply wrong = browser.post(page + "/" + arranged.id(), typed);
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("尚未过去的日期和时间", "value=\"2020-01-01T09:00\"", "open=\"open\"");

		LocalDateTime later = LocalDateTime.ofInstant(first.plus(Duration.ofDays(3)), clock.getZone()).withNano(0);
		typed.put("publishAt", later.toString());
		assertThat(browser.post(page + "/" + arranged.id(), typed).body()).contains("已改期");
		assertThat(browser.post(page + "/" + arranged.id(), typed).status()).as("an overtaken tab").isEqualTo(409);
		assertThat(stage.with.directions().require(adopted.get(0)).publishOn()).isEqualTo(later.toLocalDate());
		clock.moveTo(first.plusSeconds(5));
		engine.settle();
		assertThat(states()).as("not at the first time").containsOnly(State.ADOPTED);

		Site.Api api = site.api(stage.officer);
		String edition = "/api/guides/" + stage.round + "/publication/" + arranged.id();
		Instant sooner = clock.instant().plus(Duration.ofHours(2));
		assertThat(site.api(stage.contacts.get(0)).put(edition, Map.of("version", 2, "publishAt", sooner)).status())
			.isEqualTo(403);
		int version = arranged.version() + 1;
		assertThat(api.put(edition, Map.of("version", version, "publishAt", sooner)).status()).isEqualTo(200);
		clock.moveTo(sooner.plusSeconds(5));
		engine.settle();

		assertThat(states()).containsOnly(State.PUBLISHED);
		assertThat(guides.editions(stage.round)).hasSize(1);
		assertThat(api.put(edition, Map.of("version", version + 2)).status()).as("it has appeared").isEqualTo(409);
		assertThat(jdbc.sql("select count(*) from audit_entry where action = 'guide.rescheduled' and subject_id = ?")
			.param(arranged.id())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void aScheduledGuideIsCalledOffWithAReasonAndCanBeArrangedAnew() {
		Instant at = clock.instant().plus(Duration.ofDays(2));
		Edition arranged = publication.schedule(stage.officer, stage.round, numbers(1, 2, 3), at);
		engine.settle();
		String page = "/guides/" + stage.round + "/publication";
		Site.Browser browser = site.browser(stage.officer);
		browser.get(page);
		Map<String, String> typed = Map.of("version", Integer.toString(arranged.version()), "reason", "管委会要求推迟");
		Site.Reply wrong = browser.post(page + "/" + arranged.id() + "/call-off",
				Map.of("version", Integer.toString(arranged.version()), "reason", " "));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("请填写取消原因");
		assertThat(browser.post(page + "/" + arranged.id() + "/call-off", typed).body()).contains("已取消");
		assertThat(browser.post(page + "/" + arranged.id() + "/call-off", typed).status()).as("an overtaken tab")
			.isEqualTo(409);
		clock.moveTo(at.plusSeconds(5));
		engine.settle();
		assertThat(states()).as("nothing appears").containsOnly(State.ADOPTED);
		assertThat(guides.editions(stage.round)).isEmpty();
		assertThat(publication.plan(stage.officer, stage.round).waiting()).extracting(Waiting::number)
			.as("the numbers stay")
			.containsExactly(1, 2, 3);
		assertThat(site.api(stage.contacts.get(0))
			.post("/api" + page + "/" + arranged.id() + "/call-off", Map.of("version", 1, "reason", "x"))
			.status()).isEqualTo(403);

		Edition again = publication.schedule(stage.officer, stage.round, numbers(1, 2, 3),
				clock.instant().plus(Duration.ofHours(2)));
		int winners = Race.of(8, (number) -> {
			if (number % 2 == 0) {
				rescheduling.callOff(stage.officer, stage.round, again.id(), again.version(), "再推迟");
			}
			else {
				rescheduling.move(stage.officer, stage.round, again.id(), again.version(), null);
			}
		});
		assertThat(winners).isEqualTo(1);
		engine.settle();
		assertThat(states().stream().distinct()).as("all of it or nothing").hasSize(1);
	}

	@Test
	void wrongNumbersAndTimesAreNamedAndNothingIsScheduled() {
		assertThatThrownBy(() -> publication.schedule(stage.officer, stage.round, numbers(1, 1, 3), null))
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> publication.schedule(stage.officer, stage.round, numbers(1, 2, 1000), null))
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> publication.schedule(stage.officer, stage.round, Map.of(), null))
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> publication.schedule(stage.officer, stage.round, numbers(1, 2, 3),
				clock.instant().minusSeconds(60)))
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> publication.schedule(stage.leaders.get(0), stage.round, numbers(1, 2, 3), null))
			.isInstanceOf(AccessDeniedException.class);

		assertThat(publication.plan(stage.officer, stage.round).waiting()).hasSize(3);
		assertThat(publication.plan(stage.officer, stage.round).scheduled()).isEmpty();
	}

	@Test
	void whatIsPublishedCannotBeChangedEvenInTheDatabaseAndItsDigestIsThatOfTheTextAnybodyCanFetch() throws Exception {
		published();
		Edition edition = guides.editions(stage.round).get(0);
		for (String change : List.of("update guide_edition set reason = 'x' where id = ?",
				"delete from guide_edition_direction where edition_id = ?",
				"update guide_edition_direction set text = 'x' where edition_id = ?",
				"delete from guide_edition where id = ?")) {
			assertThatThrownBy(() -> jdbc.sql(change).param(edition.id()).update()).as(change)
				.hasMessageContaining("cannot change");
		}
		assertThatThrownBy(
				() -> jdbc.sql("update guide_direction set text = 'x' where id = ?").param(adopted.get(0)).update())
			.hasMessageContaining("published");

		String text = site.browser().get("/public/guides/" + stage.round + "/editions/1/guide.jsonl").body();
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		assertThat(HexFormat.of().formatHex(digest)).isEqualTo(edition.digest());
		assertThat(text.lines()).hasSize(3);
	}

	@Test
	void theGuideIsHadAsWordPdfAndExcelEachOpenedAgainWithAllItsDirections() throws IOException {
		published();
		GuideBook book = guides.inForce(stage.round);
		try (XWPFDocument word = new XWPFDocument(
				new ByteArrayInputStream(files.of(book, Format.DOCX, Locale.CHINESE).content()))) {
			List<XWPFParagraph> headings = word.getParagraphs()
				.stream()
				.filter((one) -> "Heading2".equals(one.getStyle()))
				.toList();
			assertThat(headings).hasSize(3);
			assertThat(headings.get(2).getText()).startsWith("3. 高熵合金氢脆机理").contains(stage.code);
			assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n")))
				.contains(GuideStage.TEXT, "第 1 版", "一、新材料与先进制造")
				.doesNotContain("{{");
		}
		byte[] pdf = files.of(book, Format.PDF, Locale.CHINESE).content();
		try (PDDocument read = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(read).replaceAll("\\s", "")).contains(GuideStage.TEXT,
					"3.高熵合金氢脆机理", book.digest());
		}
		try (XSSFWorkbook excel = new XSSFWorkbook(
				new ByteArrayInputStream(files.of(book, Format.XLSX, Locale.CHINESE).content()))) {
			assertThat(excel.getSheetAt(0).getLastRowNum()).isEqualTo(3);
			assertThat(excel.getSheetAt(1).getRow(1).getCell(1).getNumericCellValue()).isEqualTo(3);
		}
		assertThat(files.of(book, Format.PDF, Locale.CHINESE).content()).as("made once").isSameAs(pdf);
	}

	@Test
	void everybodyReadsSearchesAndFollowsTheGuide() {
		published();
		Site.Browser anybody = site.browser();
		String guide = anybody.get("/public/guides/" + stage.round).body();
		assertThat(guide).contains("新材料与先进制造", GuideStage.TEXT, "第 1 版", "guide.docx").doesNotContain("??");
		assertThat(anybody.get("/public/guides/" + stage.round + "?lang=en").body()).contains("Edition 1")
			.doesNotContain("??");
		anybody.get("/public/guides/" + stage.round + "?lang=zh");
		assertThat(anybody.get("/public/directions?year=2026&category=KEY&field=MAT&code=" + stage.code).body())
			.contains("共 3 条");
		assertThat(anybody.get("/public/directions?year=2025&code=" + stage.code).body()).contains("共 0 条");
		assertThat(anybody.get("/public/directions.json?code=" + stage.code).json().get("total").asInt()).isEqualTo(3);
		assertThat(anybody.get("/public/guides/" + stage.round + ".json").json().get("directions")).hasSize(3);
		assertThat(anybody.get("/public/feed?code=" + stage.code).body()).contains("高熵合金氢脆机理");
		assertThat(anybody.get("/public/guides/feed").body()).contains("/public/guides/" + stage.round + "/editions/1");
		assertThat(anybody.get("/public/guides").body()).contains("/public/guides/" + stage.round);
		assertThat(anybody.get("/public/guides/" + stage.round + "/editions/2").status()).isEqualTo(404);
		Site.Reply pdf = anybody.get("/public/guides/" + stage.round + "/editions/1/guide.pdf");
		assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(pdf.header("Content-Disposition")).startsWith("attachment");
	}

	@Test
	void anOfficerArrangesItOnAPageAndByTheApiAndOthersReadNoDraft() {
		Site.Browser browser = site.browser(stage.officer);
		assertThat(browser.get("/guides/" + stage.round).body()).contains("送审稿", "3 个方向已采纳").doesNotContain("??");
		assertThat(browser.get("/guides/" + stage.round + "/publication").body()).contains("number-" + adopted.get(0))
			.doesNotContain("??");
		Site.Reply wrong = browser.post("/guides/" + stage.round + "/publication",
				Map.of("direction", Long.toString(adopted.get(0)), "number-" + adopted.get(0), "no", "when", "NOW"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("is-invalid", "value=\"no\"");
		Site.Reply done = browser.post("/guides/" + stage.round + "/publication",
				Map.of("direction", Long.toString(adopted.get(0)), "number-" + adopted.get(0), "4", "when", "NOW"));
		assertThat(done.body()).contains("已安排");
		assertThat(browser.get("/guides/" + stage.round + "/draft.docx").status()).isEqualTo(200);

		Site.Reply rest = site.api(stage.officer).post("/api/guides/" + stage.round + "/publication", Map.of());
		assertThat(rest.status()).isEqualTo(201);
		engine.settle();
		assertThat(states()).containsOnly(State.PUBLISHED);
		assertThat(site.browser(stage.contacts.get(0)).get("/guides/" + stage.round + "/draft.pdf").status())
			.isEqualTo(403);
		assertThat(site.api(stage.contacts.get(0)).get("/api/guides/" + stage.round + "/publication").status())
			.isEqualTo(403);
	}

	@Test
	void aCorrectionIsANewEditionThatASecondOfficerConfirmsAndThatShowsWhatChanged(@Autowired Given given,
			@Autowired GuideDrafts drafts) {
		published();
		long corrected = adopted.get(1);
		Person second = given.officer();
		DirectionContent wrong = stage.content();
		DirectionContent right = new DirectionContent(wrong.title(), wrong.applicationCodes(),
				GuideStage.TEXT.replace("长寿命", "长寿命、高可靠"), wrong.category(), wrong.intensity(),
				wrong.expectedApplication());
		corrections.begin(stage.officer, stage.round, "正文漏印“高可靠”三字");
		assertThatThrownBy(() -> corrections.begin(second, stage.round, "另一份更正")).isInstanceOf(Stale.class);
		assertThatThrownBy(() -> corrections.propose(stage.officer, stage.round, version())).as("nothing changed")
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> corrections.write(second, stage.round, version(), corrected, right)).as("not hers")
			.isInstanceOf(AccessDeniedException.class);
		int overtaken = version();
		corrections.write(stage.officer, stage.round, overtaken, corrected, right);
		assertThatThrownBy(() -> corrections.write(stage.officer, stage.round, overtaken, corrected, right))
			.isInstanceOf(Stale.class);
		corrections.propose(stage.officer, stage.round, version());
		assertThatThrownBy(() -> corrections.confirm(stage.officer, stage.round, version())).as("four eyes")
			.isInstanceOf(AccessDeniedException.class);
		corrections.giveBack(second, stage.round, version(), "请再核对标点");
		corrections.propose(stage.officer, stage.round, version());
		assertThat(guides.inForce(stage.round).edition()).as("not yet").isEqualTo(1);

		corrections.confirm(second, stage.round, version());

		GuideBook now = guides.inForce(stage.round);
		assertThat(now.edition()).isEqualTo(2);
		assertThat(now.directions()).extracting(EditionDirection::text)
			.containsExactly(GuideStage.TEXT, right.text(), GuideStage.TEXT);
		assertThat(drafts.of(stage.officer, stage.round).directions()).extracting(EditionDirection::text)
			.as("a supplement is drafted upon what is in force")
			.contains(right.text());
		assertThat(guides.edition(stage.round, 1).directions()).extracting(EditionDirection::text)
			.containsOnly(GuideStage.TEXT);
		assertThat(guides.edition(stage.round, 1).digest()).isNotEqualTo(now.digest());
		String changes = site.browser().get("/public/guides/" + stage.round + "/editions/2/changes").body();
		assertThat(changes).contains("<ins", "正文漏印“高可靠”三字", "<span>2</span>. ")
			.doesNotContain("??", "<span>3</span>. ");
		assertThat(changes.replaceAll("<[^>]+>", "")).contains("、高可靠");
		assertThat(site.browser().get("/public/guides/" + stage.round + "/editions/1").body()).contains("这是旧版");
		assertThat(site.browser().get("/public/directions/" + corrected).body()).contains(right.text(), "第 2 版");
		String feed = site.browser().get("/public/feed?code=" + stage.code).body();
		assertThat(feed.substring(feed.indexOf("<entry>"), feed.indexOf("</entry>"))).as("followers learn of it first")
			.contains("/public/directions/" + corrected + "<",
					"<updated>" + guides.editions(stage.round).get(0).publishedAt() + "<");
		assertThat(stage.with.directions().require(corrected).text()).as("what was published first stands")
			.isEqualTo(GuideStage.TEXT);
		assertThat(mailed("guide-corrected")).contains(stage.leaders.get(0).email());
		assertThat(mailed("correction-proposed")).contains(second.email()).doesNotContain(stage.officer.email());
	}

	@Test
	void officersCorrectAGuideOnPagesAndAReasonIsNeeded(@Autowired Given given) {
		published();
		Site.Browser first = site.browser(stage.officer);
		String page = "/guides/" + stage.round + "/correction";
		assertThat(first.get(page).body()).contains("name=\"reason\"").doesNotContain("??");
		assertThat(first.post(page, Map.of("reason", "x")).status()).isEqualTo(422);
		assertThat(first.post(page, Map.of("reason", "名称有错字，予以更正")).body()).contains("起草中");
		String editor = page + "/" + adopted.get(0);
		assertThat(first.get(editor).body()).contains(GuideStage.TEXT).doesNotContain("??");
		Map<String, String> typed = Map.of("version", Integer.toString(version()), "title", "高熵合金氢脆的机理", "text",
				GuideStage.TEXT, "applicationCodes", stage.code, "category", "KEY", "intensity", "-1",
				"expectedApplication", "氢能");
		assertThat(first.post(editor, typed).status()).isEqualTo(422);
		Map<String, String> right = new HashMap<>(typed);
		right.put("intensity", "280");
		assertThat(first.post(editor, right).body()).contains("<ins").doesNotContain("??");
		assertThat(first.post(editor, right).status()).as("an overtaken tab").isEqualTo(409);
		assertThat(
				first.post(page + "/state", Map.of("version", Integer.toString(version()), "deed", "PROPOSE")).body())
			.contains("等待另一位项目主任确认");
		Site.Browser second = site.browser(given.officer());
		assertThat(second.get(page).body()).contains("确认并发布第 2 版");
		assertThat(
				second.post(page + "/state", Map.of("version", Integer.toString(version()), "deed", "CONFIRM")).body())
			.contains("更正已作为新的一版发布");
		assertThat(guides.inForce(stage.round).directions().get(0).title()).isEqualTo("高熵合金氢脆的机理");
		assertThat(site.browser(stage.leaders.get(0)).get(page).status()).isEqualTo(403);
		assertThat(site.api(stage.officer).get("/api/guides/" + stage.round).json().get(0).get("title").asText())
			.isEqualTo("高熵合金氢脆的机理");
	}

	private int version() {
		return corrections.underWay(stage.officer, stage.round).orElseThrow().edition().version();
	}

	private List<String> mailed(String key) {
		return jdbc.sql("select address from mail_outbox where key = ? and thread = ?")
			.params(key, "guide-" + stage.round)
			.query(String.class)
			.list();
	}

	private void published() {
		publication.schedule(stage.officer, stage.round, numbers(1, 2, 3), null);
		engine.settle();
	}

	private Map<Long, Integer> numbers(int... numbers) {
		Map<Long, Integer> byDirection = new LinkedHashMap<>();
		for (int i = 0; i < numbers.length; i++) {
			byDirection.put(adopted.get(i), numbers[i]);
		}
		return byDirection;
	}

	private List<State> states() {
		return adopted.stream().map((id) -> stage.with.directions().require(id).state()).toList();
	}

}
