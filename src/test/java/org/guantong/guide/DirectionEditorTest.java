package org.guantong.guide;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.guide.drafting.DirectionForm;
import org.guantong.guide.drafting.EditingService;
import org.guantong.guide.drafting.RemarkService;
import org.guantong.guide.drafting.TextField;
import org.guantong.guide.drafting.Threads;
import org.guantong.identity.Person;
import org.guantong.review.ExpertService;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Writing a direction: nothing typed is lost, nobody overwrites anybody unseen. */
@GuantongTest
class DirectionEditorTest {

	private static final String OTHER = "针对氢能装备的脆化问题，研究氢的扩散与偏聚规律，揭示氢脆机理，为部件设计提供依据。";

	@Autowired
	Site site;

	@Autowired
	Given given;

	@Autowired
	EditingService editing;

	@Autowired
	RemarkService remarks;

	@Autowired
	DirectionVersions versions;

	@Autowired
	DirectionService service;

	@Autowired
	JdbcClient jdbc;

	GuideStage stage;

	Person colleague;

	@BeforeEach
	void aDraft(@Autowired GuideDirections directions, @Autowired ExpertService directory, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Cases cases, @Autowired Engine engine) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 0);
		stage.started().write(stage.content());
		colleague = given.officer();
	}

	@Test
	void whatIsTypedSavesItselfAndTheHistoryShowsOneVersionForASitting() {
		for (String ending : List.of("。", "，并验证。", "，并在台架上验证。")) {
			DirectionForm form = form(GuideStage.TEXT + ending, "260");
			editing.autosave(stage.officer, stage.direction, form);
		}

		assertThat(stage.now().text()).endsWith("，并在台架上验证。");
		assertThat(versions.of(stage.direction)).hasSize(5);
		assertThat(editing.history(stage.officer, stage.direction, false)).extracting(DirectionVersion::number)
			.containsExactly(5, 2, 1);
	}

	@Test
	void whatCannotBeSavedYetIsKeptForItsWriterAlone() {
		assertThatThrownBy(() -> editing.autosave(stage.officer, stage.direction, form("针对甲，研究乙。", "两百六十")))
			.isInstanceOf(InvalidInput.class);

		assertThat(stage.now().text()).isEqualTo(GuideStage.TEXT);
		assertThat(editing.open(stage.officer, stage.direction).unfinished()).map(DirectionForm::intensity)
			.contains("两百六十");
		assertThat(editing.open(colleague, stage.direction).unfinished()).isEmpty();
		Site.Browser browser = site.browser(stage.officer);
		assertThat(browser.get(path("/edit")).body()).contains("您上次在此写的内容没有存入正文");
		assertThat(browser.get(path("/edit?resume=true")).body()).contains("两百六十", "针对甲，研究乙。");
		assertThat(browser.post(path("/discard"), Map.of()).body()).doesNotContain("您上次在此写的内容没有存入正文");
	}

	@Test
	void twoAtOnceSeeEachOtherAndMergeFieldByFieldWithoutLoss() {
		DirectionForm mine = form(OTHER, "260");
		DirectionContent theirs = new DirectionContent("高熵合金氢脆机理与抑制", List.of("E01"), GuideStage.TEXT + "并开展验证。", "KEY",
				new BigDecimal("260"), "氢能装备关键部件");
		service.save(colleague, stage.direction, stage.now().version(), theirs);

		assertThatThrownBy(() -> editing.autosave(stage.officer, stage.direction, mine)).isInstanceOf(Stale.class);
		Site.Browser browser = site.browser(stage.officer);
		browser.get(path("/edit"));
		Site.Reply both = browser.post(path("/edit"), fields(mine));

		assertThat(both.status()).isEqualTo(409);
		assertThat(both.body()).contains("并开展验证", OTHER, "高熵合金氢脆机理与抑制", "<ins", "<del");
		// only they changed the title: theirs is suggested; both changed the text
		assertThat(both.body()).containsPattern("id=\"theirs-title\"[^>]*checked")
			.containsPattern("id=\"mine-text\"[^>]*checked")
			.contains("两人都改了")
			.doesNotContain("keep-expectedApplication");
		Map<String, String> choice = new HashMap<>(fields(mine));
		choice.put("keep-title", "THEIRS");
		choice.put("keep-text", "MINE");
		choice.put("keep-applicationCodes", "THEIRS");
		Site.Reply merged = browser.post(path("/merge"), choice);
		assertThat(merged.body()).contains("尚未保存", "高熵合金氢脆机理与抑制", OTHER);
		assertThat(stage.now().text()).as("nothing is saved before the officer says so").endsWith("并开展验证。");

		browser.post(path("/edit"),
				Map.of("version", value(merged, "version"), "base", value(merged, "base"), "title", "高熵合金氢脆机理与抑制",
						"applicationCodes", "E01", "text", OTHER, "category", "KEY", "intensity", "260",
						"expectedApplication", "氢能装备关键部件"));
		assertThat(stage.now().text()).isEqualTo(OTHER);
		assertThat(stage.now().title()).isEqualTo("高熵合金氢脆机理与抑制");
		assertThat(versions.of(stage.direction)).extracting(DirectionVersion::text)
			.contains(GuideStage.TEXT + "并开展验证。");
	}

	@Test
	void whoeverWritesSeesWhoElseDoes() {
		editing.autosave(colleague, stage.direction, form(OTHER, "260"));

		assertThat(editing.open(stage.officer, stage.direction).others()).containsExactly(colleague.name());
		assertThat(editing.open(colleague, stage.direction).others()).isEmpty();
	}

	@Test
	void anyTwoVersionsAreComparedWordByWordAndAnEarlierOneComesBackAsANewOne() {
		service.save(stage.officer, stage.direction, stage.now().version(), new DirectionContent("高熵合金氢脆机理",
				List.of("E01"), GuideStage.TEXT.replace("脆化", "疲劳"), "INTEGRATED", new BigDecimal("1000"), "氢能装备关键部件"));
		Site.Browser browser = site.browser(stage.officer);

		Site.Reply page = browser.get(path("/versions?from=2&to=3"));
		assertThat(page.body()).contains("第 2 稿到第 3 稿的改动", "集成项目");
		assertThat(page.body()).containsPattern("<del><span[^>]*>[^<]*</span>脆化<")
			.containsPattern("<ins><span[^>]*>[^<]*</span>疲劳<");
		browser.post(path("/versions/2/restore"), Map.of("version", Integer.toString(stage.now().version())));

		assertThat(stage.now().text()).isEqualTo(GuideStage.TEXT);
		assertThat(versions.of(stage.direction).get(0)).satisfies((latest) -> {
			assertThat(latest.number()).isEqualTo(4);
			assertThat(latest.origin()).isEqualTo(DirectionVersion.Origin.RESTORED);
			assertThat(latest.restoredFrom()).isEqualTo(2);
		});
		assertThat(browser.post(path("/versions/3/restore"), Map.of("version", "1")).status())
			.as("somebody saved meanwhile")
			.isEqualTo(409);
		assertThatThrownBy(() -> editing.history(stage.contacts.get(0), stage.direction, false))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void aRemarkFollowsItsSentenceThroughEditsAndSaysWhenItIsGone() {
		write("针对氢能阀门开裂问题，研究氢与晶格的交互作用。揭示氢脆机理，为部件设计提供理论基础。");
		long thread = remarks.begin(colleague, stage.direction, TextField.TEXT, "揭示氢脆机理，为部件设计提供理论基础。", "请写明部件的工作压力");

		write("面向国家战略。针对氢能阀门开裂问题，研究氢与晶格的交互作用。揭示氢脆机理，为高压部件设计提供理论基础。");
		assertThat(only()).satisfies((one) -> {
			assertThat(one.orphaned()).isFalse();
			assertThat(one.position()).isEqualTo(2);
			assertThat(one.passage()).isEqualTo("揭示氢脆机理，为高压部件设计提供理论基础。");
			assertThat(one.quote()).isEqualTo("揭示氢脆机理，为部件设计提供理论基础。");
		});

		write("面向国家战略。针对氢能阀门开裂问题，研究氢与晶格的交互作用。");
		assertThat(only().orphaned()).isTrue();
		assertThat(only().passage()).isEqualTo("揭示氢脆机理，为高压部件设计提供理论基础。");

		write("针对氢能阀门开裂问题，研究氢与晶格的交互作用。揭示氢脆机理，为高压部件设计提供理论基础。");
		assertThat(only().orphaned()).as("it came back").isFalse();

		remarks.answer(stage.officer, thread, "已补充");
		remarks.resolve(stage.officer, thread, true);
		assertThat(only().isResolved()).isTrue();
		assertThat(only().remarks()).extracting(Threads.Remark::body).containsExactly("请写明部件的工作压力", "已补充");
		assertThat(mails("remarked")).containsExactly(colleague.id());
	}

	@Test
	void remarksAreMadeAndSettledOnThePagesAndReadByTheOfficeAlone() {
		Site.Browser browser = site.browser(colleague);
		browser.get(path(""));
		Site.Reply empty = browser.post(path("/remarks"), Map.of("passage", "TITLE:高熵合金氢脆机理", "body", " "));
		assertThat(empty.body()).contains("请填写意见。");
		browser.post(path("/remarks"), Map.of("passage", "TITLE:高熵合金氢脆机理", "body", "名称是否过窄？"));
		assertThat(browser.get("/directions?round=" + stage.round).body()).contains("1 条批注");

		Site.Reply editor = browser.get(path("/edit"));
		assertThat(editor.body()).contains("名称是否过窄？");
		Map<String, String> typed = new HashMap<>(fields(form(OTHER, "260")));
		typed.put("resolve", Long.toString(only().id()));
		browser.post(path("/edit"), typed);
		assertThat(stage.now().text()).isEqualTo(OTHER);
		assertThat(only().isResolved()).isTrue();

		stage.complete(stage.officer, "draftDirection",
				Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		Site.Reply seen = site.browser(stage.contacts.get(0)).get(path(""));
		assertThat(seen.status()).isEqualTo(200);
		assertThat(seen.body()).doesNotContain("名称是否过窄？");
		assertThat(site.api(stage.contacts.get(0)).get("/api" + path("/remarks")).status()).isEqualTo(403);
	}

	@Test
	void theApiSavesComparesRestoresAndRemarks() {
		Site.Api api = site.api(stage.officer);
		Site.Reply saved = api.put("/api" + path("/autosave"), form(OTHER, "300"));
		assertThat(saved.json().get("base").asInt()).isEqualTo(3);
		assertThat(api.put("/api" + path("/autosave"), Map.of("version", 1, "title", "旧")).status()).isEqualTo(409);
		assertThat(api.get("/api" + path("/versions/changes?from=2&to=3")).json().findValuesAsText("field"))
			.containsExactly("TEXT", "INTENSITY");
		assertThat(api.post("/api" + path("/versions/2/restore"), Map.of("version", stage.now().version())).status())
			.isEqualTo(200);
		assertThat(stage.now().text()).isEqualTo(GuideStage.TEXT);
		Site.Reply remark = api.post("/api" + path("/remarks"),
				Map.of("field", "TEXT", "passage", GuideStage.TEXT, "body", "很好"));
		assertThat(remark.status()).isEqualTo(201);
		assertThat(api.get("/api" + path("/remarks")).json()).hasSize(1);
		assertThat(api.get("/api" + path("/versions/changes?from=2&to=99")).status()).isEqualTo(404);
	}

	private DirectionForm form(String text, String intensity) {
		return new DirectionForm(stage.now().version(), versions.latest(stage.direction), "高熵合金氢脆机理", stage.code, text,
				"KEY", intensity, "氢能装备关键部件");
	}

	private static Map<String, String> fields(DirectionForm form) {
		return Map.of("version", Integer.toString(form.version()), "base", Integer.toString(form.base()), "title",
				form.title(), "applicationCodes", form.applicationCodes(), "text", form.text(), "category",
				form.category(), "intensity", form.intensity(), "expectedApplication", form.expectedApplication());
	}

	private void write(String text) {
		editing.save(stage.officer, stage.direction, form(text, "260"));
	}

	private Threads.Thread only() {
		List<Threads.Thread> all = remarks.of(stage.officer, stage.direction);
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private List<Long> mails(String key) {
		return jdbc.sql("select recipient_id from mail_outbox where key = ? and thread = ?")
			.params(key, "direction-" + stage.direction)
			.query(Long.class)
			.list();
	}

	private String path(String rest) {
		return "/directions/" + stage.direction + rest;
	}

	private static String value(Site.Reply page, String name) {
		Matcher found = Pattern.compile("name=\"" + name + "\" value=\"(\\d+)\"").matcher(page.body());
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

}
