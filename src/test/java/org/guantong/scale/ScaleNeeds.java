package org.guantong.scale;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import org.guantong.demand.FilledTemplate;

/**
 * The needs of a province as its units write them: many of the same difficulty in other
 * words, and some that nobody shares. As many as Liaoning's majors brought in one year:
 * 661, of which 49 directions were made.
 */
final class ScaleNeeds {

	/** Demands collected, as in Liaoning. */
	static final int DEMANDS = 661;

	/** Topics that several units share, one direction each, as in Liaoning. */
	static final int TOPICS = 49;

	/** Needs that are commonplace engineering, not to be taken up. */
	private static final int COMMONPLACE = 73;

	private static final List<String> CITIES = List.of("沈阳", "大连", "鞍山", "抚顺", "本溪", "丹东", "锦州", "营口", "阜新", "辽阳", "盘锦",
			"铁岭", "朝阳", "葫芦岛");

	private static final List<String> KINDS = List.of("集团研究院", "股份有限公司", "装备制造厂", "技术中心", "示范基地");

	private static final List<String> OPENINGS = List.of("面向%s的%s机理与调控", "%s中%s问题研究", "%s所涉%s的规律与预测", "制约%s的%s成因",
			"%s%s的定量描述");

	private static final List<String> BACKGROUNDS = List.of("%s是我市重点产业环节。生产中反复出现与%s有关的质量波动,用户多次反馈。",
			"我单位承担%s任务,近三年因%s造成的损失逐年上升。", "围绕%s,上下游企业普遍受%s困扰,尚无公认的解释。", "%s已列入地方产业链补短板清单,核心瓶颈是%s。");

	private static final List<String> GAPS = List.of("现有经验公式偏差大,国外同行已给出定量模型,国内仍靠试错。", "目前依靠人工经验调整,缺少可重复的判据,与先进水平差距明显。",
			"已做过两轮工艺试验,效果不稳定,原因没有弄清。", "检测手段只能看到结果,看不到过程,无法提前判断。");

	private static final List<String> CHORES = List.of("厂区办公网络改造", "员工培训教材编写", "仓库货架扩容", "展厅多媒体更新", "食堂排烟设备更换",
			"车辆调度表格自动汇总", "会议系统采购");

	/** One demand as it stands in a row of the spreadsheet. */
	record Need(int topic, String field, String code, String title, String unit, String background, String gap,
			String difficulties, String question, String scene, String indicator, String indicatorUnit) {

		/** Whether no topic shares it, so that it is to be set aside. */
		boolean isCommonplace() {
			return topic < 0;
		}

		/** Fills a line of the template as somebody would with Excel. */
		void fill(FilledTemplate template, int row, String fieldName) {
			template.put(row, "title", title)
				.put(row, "field", fieldName)
				.put(row, "unit", unit)
				.put(row, "background", background)
				.put(row, "gap", gap)
				.put(row, "difficulties", difficulties)
				.put(row, "proposedQuestion", question)
				.put(row, "applicationCode", code)
				.put(row, "indicators[0].name", indicator)
				.put(row, "indicators[0].target", "提高三成")
				.put(row, "indicators[0].unit", indicatorUnit)
				.put(row, "scenario", scene)
				.put(row, "cooperation", "联合研究")
				.put(row, "ipOwnership", "双方共有")
				.put(row, "urgency", "较急（三年内）")
				.put(row, "contactName", "联系人")
				.put(row, "contactPhone", "024-12345678")
				.put(row, "notClassified", "是");
			template.cell(row, "months").setCellValue(36);
		}

	}

	private ScaleNeeds() {
	}

	/** The topics in the order of the file. */
	static List<CSVRecord> topics() {
		try (Reader in = new InputStreamReader(ScaleNeeds.class.getResourceAsStream("/scale/topics.csv"),
				StandardCharsets.UTF_8)) {
			return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in).getRecords();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All demands, the same at every call. */
	static List<Need> all() {
		List<CSVRecord> topics = topics();
		List<Need> needs = new ArrayList<>();
		for (int i = 0; i < DEMANDS - COMMONPLACE; i++) {
			needs.add(shared(topics.get(i % topics.size()), i % topics.size(), i));
		}
		for (int i = 0; i < COMMONPLACE; i++) {
			needs.add(commonplace(topics.get(i % topics.size()), i));
		}
		return needs;
	}

	private static Need shared(CSVRecord topic, int number, int i) {
		String object = topic.get("object");
		String phenomenon = topic.get("phenomenon");
		int turn = i / TOPICS;
		String title = OPENINGS.get(turn % OPENINGS.size()).formatted(object, phenomenon);
		return new Need(number, topic.get("field"), topic.get("code"), cut(title, 44) + suffix(turn), unit(i),
				BACKGROUNDS.get(turn % BACKGROUNDS.size()).formatted(topic.get("scene"), phenomenon),
				GAPS.get((turn + number) % GAPS.size()),
				object + "在" + topic.get("scene") + "条件下," + phenomenon + "的关键因素不清,难以预测和调控" + topic.get("indicator")
						+ "。",
				phenomenon + "由什么控制,如何定量描述?", topic.get("scene"), topic.get("indicator"), topic.get("unit"));
	}

	private static Need commonplace(CSVRecord topic, int i) {
		String chore = CHORES.get(i % CHORES.size());
		return new Need(-1, topic.get("field"), topic.get("code"),
				chore + "(" + unit(i).substring(0, 2) + (i + 1) + ")", unit(i), "为改善日常管理,我单位计划实施" + chore + "。",
				"现有设施使用年限较长。", chore + "需要资金和供应商,不涉及机理问题。", "暂无。", "本单位内部", "完成率", "%");
	}

	private static String suffix(int turn) {
		return turn < OPENINGS.size() ? "" : "(" + (turn / OPENINGS.size() + 1) + ")";
	}

	private static String unit(int i) {
		return CITIES.get(i % CITIES.size()) + KINDS.get(i / CITIES.size() % KINDS.size());
	}

	private static String cut(String text, int length) {
		return text.length() <= length ? text : text.substring(0, length);
	}

}
