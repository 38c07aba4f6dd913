package org.guantong.demand;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.guantong.workflow.FormData;

/**
 * What a demand says; limits are those of the form {@code forms/entry/demand.form}
 * (domain, section 2). Texts that were left empty are empty, never null.
 *
 * @param creditCode 统一社会信用代码 of 18 characters, or null
 * @param applicationCode department letter plus digits, e.g. {@code E0303}, or null
 * @param months wanted within that many months, 1 to 120
 * @param investment planned to be spent by the demand side in 万元, or null
 * @param notClassified the author's promise that nothing in it is classified (非涉密承诺)
 */
public record DemandContent(long fieldId, String title, String unit, String creditCode, String region,
		String industryLink, String background, String gap, String difficulties, String proposedQuestion,
		String applicationCode, int months, BigDecimal investment, Cooperation cooperation, IpOwnership ipOwnership,
		String scenario, Urgency urgency, String contactName, String contactPhone, boolean notClassified) {

	/** How the demand side wants to work with researchers (合作方式). */
	public enum Cooperation {

		/** 联合研究 */
		JOINT,
		/** 委托研究 */
		COMMISSION,
		/** 成果转让 */
		ASSIGNMENT,
		/** 成果许可 */
		LICENCE,
		/** 其他 */
		OTHER

	}

	/** Who is to own what comes of it (产权归属). */
	public enum IpOwnership {

		/** 双方共有 */
		SHARED,
		/** 归需求单位 */
		DEMAND_SIDE,
		/** 归研究方 */
		RESEARCHER,
		/** 另行约定 */
		AGREED

	}

	/** How soon it is needed (紧迫度). */
	public enum Urgency {

		/** 紧急: within a year */
		URGENT,
		/** 较急: within three years */
		SOON,
		/** 长远 */
		LONG_TERM

	}

	/** What was filled in on the demand form, for the field its code stands for. */
	public static DemandContent of(FormData form, long fieldId) {
		return new DemandContent(fieldId, form.text("title"), text(form, "unit"), form.text("creditCode"),
				text(form, "region"), text(form, "industryLink"), text(form, "background"), text(form, "gap"),
				text(form, "difficulties"), text(form, "proposedQuestion"), form.text("applicationCode"),
				form.number("months").intValueExact(), form.number("investment"),
				Cooperation.valueOf(form.text("cooperation")), IpOwnership.valueOf(form.text("ipOwnership")),
				text(form, "scenario"), Urgency.valueOf(form.text("urgency")), text(form, "contactName"),
				text(form, "contactPhone"), form.ticked("notClassified"));
	}

	/** The rows of indicators that were filled in. */
	public static List<DemandIndicator> indicatorsOf(FormData form) {
		return form.rows("indicators")
			.stream()
			.map((row) -> new DemandIndicator(row.text("name"), text(row, "current"), row.text("target"),
					text(row, "unit")))
			.toList();
	}

	/** The content in the words of the form, to be shown or changed there. */
	public Map<String, Object> asForm(String fieldCode) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("title", title);
		values.put("field", fieldCode);
		values.put("unit", unit);
		values.put("creditCode", creditCode);
		values.put("region", region);
		values.put("industryLink", industryLink);
		values.put("background", background);
		values.put("gap", gap);
		values.put("difficulties", difficulties);
		values.put("proposedQuestion", proposedQuestion);
		values.put("applicationCode", applicationCode);
		values.put("months", months);
		values.put("investment", investment);
		values.put("cooperation", cooperation.name());
		values.put("ipOwnership", ipOwnership.name());
		values.put("scenario", scenario);
		values.put("urgency", urgency.name());
		values.put("contactName", contactName);
		values.put("contactPhone", contactPhone);
		values.put("notClassified", notClassified);
		values.values().removeIf((value) -> value == null || "".equals(value));
		return values;
	}

	private static String text(FormData form, String field) {
		String text = form.text(field);
		return text == null ? "" : text;
	}

}
