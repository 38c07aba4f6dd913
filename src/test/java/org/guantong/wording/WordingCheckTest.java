package org.guantong.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.shared.Kind;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What the checks of wording find, where, and what they leave alone. */
@GuantongTest
class WordingCheckTest {

	private static final String TITLE = "高熵合金的氢脆机理";

	private static final String TEXT = "针对高端装备用高熵合金在含氢环境下的脆化难题，研究氢与多主元晶格的交互作用，揭示氢脆机理，为长寿命部件设计提供理论基础。";

	@Autowired
	private WordingCheck check;

	@Autowired
	private Given given;

	@Test
	void aDirectionInTheHouseStyleRaisesNoHint() {
		assertThat(found(direction(TITLE, TEXT, "氢能装备", "E01"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "开发新型耐磨涂层技术, development, SCIENTIFIC, 开发", "我公司自主研发的涂层失效, exclusive, INCLUSIVE, 我公司自主研发",
			"由张伟院士团队提出的方法, exclusive, INCLUSIVE, 张伟院士团队", "这是国内唯一的试验线, exclusive, INCLUSIVE, 唯一",
			"XK-7140B机床的热误差, product, INCLUSIVE, XK-7140B", "专利ZL202110123456的改进, product, INCLUSIVE, ZL202110123456",
			"东北某某重工有限公司的铸锻件, name, INCLUSIVE, 东北某某重工有限公司", "军用发动机叶片, secret, SAFE, 军用", "基因编辑水稻, life, SAFE, 基因编辑",
			"患者数据的共享, data, SAFE, 患者数据" })
	void eachHintMarksItsPlace(String words, String rule, Criterion criterion, String marked) {
		Draft draft = direction(TITLE, TEXT + words + "。", "氢能装备", "E01");

		assertThat(check.find(draft)).anySatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo(rule);
			assertThat(finding.criterion()).isEqualTo(criterion);
			assertThat(finding.part()).isEqualTo("text");
			assertThat(finding.excerpt().marked()).endsWith(marked);
		});
	}

	@ParameterizedTest
	@CsvSource({ "由多个研究团队联合攻关", "按GB/T 22900评价", "CO2在5G基站的排放", "PM2.5的沉降", "鼓励科研团队跨学科合作", "镍基GH4169合金的相变" })
	void whatOnlyLooksLikeANameIsLeftAlone(String words) {
		Draft draft = direction(TITLE, TEXT.replace("，研究", "，" + words + "，研究"), "氢能装备", "E01");

		assertThat(found(draft)).doesNotContain("exclusive", "name");
	}

	@Test
	void aRoundHasItsOwnWordsToWarnOf() {
		Draft draft = new Draft(Kind.DEMAND, null, 1, Map.of("title", "装置国产化"), List.of("E01"), Set.of("国产化"));

		assertThat(check.find(draft)).filteredOn((one) -> one.rule().equals("development"))
			.singleElement()
			.satisfies((one) -> assertThat(one.arguments()).containsExactly("国产化"));
	}

	@Test
	void theOutwardFormIsLookedAt() {
		assertThat(found(direction("氢脆", TEXT, "氢能", ""))).contains("code", "shortTitle");
		assertThat(found(direction("面".repeat(31), TEXT, "氢能", "E01"))).contains("longTitle");
		assertThat(found(direction(TITLE, "一".repeat(151) + "。" + "甲。".repeat(4), "", "E01"))).contains("longSentence",
				"manySentences", "houseStyle", "application");
	}

	@Test
	void aDemandWithoutSceneIndicatorsOrQuestionIsHardToJudge() {
		Draft bare = new Draft(Kind.DEMAND, null, 1, Map.of("title", TITLE), List.of("E01"), Set.of());

		assertThat(found(bare)).contains("scenario", "indicators", "question").doesNotContain("houseStyle");
	}

	@Test
	void aTopicThatWasPublishedBeforeIsNamedWithWhatIsShared() {
		long contactRound = given.round(given.fund());
		long question = given.question(contactRound, "SEA", "海冰与风机基础的相互作用");
		long direction = given.direction(contactRound, "SEA", "海冰作用下海上风机基础的动力响应机理", question);
		Draft same = direction("海上风机基础在海冰作用下的动力响应", "针对海上风机基础受海冰作用的难题，研究其动力响应机理，揭示其规律，为应用提供理论基础。", "海上风电", "E11");
		Draft other = direction("水稻根际微生物的固氮调控", "针对稻田氮肥利用率低的难题，研究根际固氮菌群的调控，揭示其机制，为减肥增产提供依据。", "水稻种植", "C13");

		assertThat(check.find(same)).anySatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo("overlap");
			assertThat(finding.link()).isEqualTo("/public/directions/" + direction);
			assertThat(finding.arguments().get(3).toString()).isNotEmpty();
		});
		assertThat(check.find(other))
			.noneMatch((finding) -> ("/public/directions/" + direction).equals(finding.link()));
	}

	@Test
	void theChecklistHasAllFiveCriteriaInTheirOrder() {
		assertThat(check.checklist(direction(TITLE, TEXT, "氢能装备", "E01"))).extracting(WordingCheck.Item::criterion)
			.containsExactly(Criterion.values());
	}

	private List<String> found(Draft draft) {
		return check.find(draft).stream().map(Finding::rule).filter((rule) -> !rule.equals("overlap")).toList();
	}

	private static Draft direction(String title, String text, String application, String code) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("title", title);
		parts.put("text", text);
		parts.put("expectedApplication", application);
		return new Draft(Kind.GUIDE_DIRECTION, null, 1, parts, code.isEmpty() ? List.of() : List.of(code),
				Set.of("开发"));
	}

}
