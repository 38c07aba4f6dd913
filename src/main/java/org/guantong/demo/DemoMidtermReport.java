package org.guantong.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.guantong.identity.Person;
import org.guantong.workflow.InboxItem;

/** A PI's mid-term report: what is known stays, the rest is filled in row by row. */
@ForDemonstration
class DemoMidtermReport {

	/** State, reason and sentences about projects that do not run as planned. */
	private static final Map<String, List<String>> TROUBLE = Map.of("DECIDING",
			List.of("DELAYED", "CONDITIONS", "平台联调晚于计划约三个月，失稳前兆数据量不足。"), "RECTIFYING",
			List.of("DELAYED", "CONDITIONS", "养殖场地改造延期，感染模型重复率没有达到要求。"), "RECHECKING",
			List.of("DELAYED", "COOPERATION", "试验场用地协调时间长，定位小区只建成三分之二。"), "RECTIFIED",
			List.of("DELAYED", "STAFF", "主要成员调离，评价试验晚开始半年。"), "TERMINATING",
			List.of("STALLED", "STAFF", "团队骨干先后调离，鉴定平台停工，已无法按任务书完成。"), "ADJUSTED",
			List.of("CHANGE", "ROUTE", "接触区光学测量在高速下失效，申请改用超声原位测量路线。"));

	private final Cast cast;

	private final Desk desk;

	private final Clock clock;

	DemoMidtermReport(Cast cast, Desk desk, Clock clock) {
		this.cast = cast;
		this.desk = desk;
		this.clock = clock;
	}

	void submit(long caseId, Script.Grant grant) {
		Person pi = cast.the(grant.pi());
		InboxItem task = desk.await(pi, caseId, "reportProgress");
		Map<String, Object> known = desk.filled(pi, task);
		Map<String, Object> form = new HashMap<>(known);
		form.put("stages", stages(rows(known, "stages"), grant.milestones()));
		form.put("reached", reached(rows(known, "reached"), grant.milestones()));
		List<String> trouble = TROUBLE.get(grant.midterm());
		form.put("progressState", trouble == null ? "ON_PLAN" : trouble.get(0));
		if (trouble != null) {
			form.put("reasonCode", trouble.get(1));
			form.put("problems", trouble.get(2));
			form.put("help", "希望联合资助方协助落实试验场地。");
		}
		form.put("summary", summary(grant));
		form.put("declaration", true);
		desk.complete(pi, task, form);
	}

	private List<Map<String, Object>> stages(List<Map<String, Object>> rows, List<Script.Mark> marks) {
		List<Map<String, Object>> filled = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			Map<String, Object> row = new HashMap<>(rows.get(i));
			boolean past = LocalDate.parse((String) row.get("planned")).isBefore(LocalDate.now(clock));
			boolean done = past && isReached(marks.get(i));
			row.put("state", done ? "DONE" : past ? "RUNNING" : "PLANNED");
			if (done) {
				row.put("actualOn", row.get("planned"));
			}
			filled.add(row);
		}
		return filled;
	}

	private static List<Map<String, Object>> reached(List<Map<String, Object>> rows, List<Script.Mark> marks) {
		List<Map<String, Object>> filled = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			Map<String, Object> row = new HashMap<>(rows.get(i));
			row.put("actual", marks.get(i).actual());
			row.put("evidence", "第三方检测报告（附件）");
			filled.add(row);
		}
		return filled;
	}

	/** Whether what was reached is near what was promised, whichever way is better. */
	private static boolean isReached(Script.Mark mark) {
		try {
			double from = Double.parseDouble(mark.baseline());
			double to = Double.parseDouble(mark.target());
			return (Double.parseDouble(mark.actual()) - from) / (to - from) >= 0.9;
		}
		catch (NumberFormatException ex) {
			return !mark.actual().isEmpty();
		}
	}

	private static String summary(Script.Grant grant) {
		StringBuilder text = new StringBuilder("项目围绕《" + grant.title() + "》开展研究。");
		grant.milestones()
			.stream()
			.filter((mark) -> !mark.actual().isEmpty())
			.forEach((mark) -> text.append(mark.title())
				.append("：")
				.append(mark.name())
				.append("由")
				.append(mark.baseline())
				.append("到")
				.append(mark.actual())
				.append(mark.unit())
				.append("（目标")
				.append(mark.target())
				.append(mark.unit())
				.append("）；"));
		return text.append("已与需求单位交流四次，下一步开展现场验证。").toString();
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> rows(Map<String, Object> known, String key) {
		return (List<Map<String, Object>>) known.get(key);
	}

}
