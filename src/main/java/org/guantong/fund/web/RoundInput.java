package org.guantong.fund.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.fund.PanelRules;
import org.guantong.fund.QuotaDefaults;
import org.guantong.fund.RoundPlan;
import org.guantong.fund.RoundSettings;
import org.guantong.fund.TimeLimits;
import org.guantong.workflow.FormData;

/**
 * A round's settings in the words of its form. A deadline is the end of its day. What the
 * form hides because it cannot change any more stays as it was.
 */
@Component
class RoundInput {

	private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

	private final PlanRows rows;

	private final ZoneId zone;

	RoundInput(PlanRows rows, Clock clock) {
		this.rows = rows;
		this.zone = clock.getZone();
	}

	/** What a new round begins with. */
	RoundSettings settings(FormData form) {
		return RoundSettings.standard(form.text("title"), deadline(form.date("demandDeadline")));
	}

	/** The plan as it was sent, over what it was before. */
	RoundPlan plan(FormData form, RoundPlan before) {
		return new RoundPlan(settings(form, before.settings()),
				has(form, "fields") ? rows.fields(form.choices("fields")) : before.fields(),
				has(form, "coFunders") ? rows.coFunders(form.choices("coFunders")) : before.coFunders(),
				has(form, "quotaPerField") ? rows.exceptions(form.rows("exceptions")) : before.exceptions(),
				form.rows("criteria").isEmpty() ? before.criteria()
						: rows.criteria(form.rows("criteria"), before.criteria()));
	}

	/** The plan in the form's words. */
	Map<String, Object> form(RoundPlan plan) {
		Map<String, Object> form = form(plan.settings());
		form.put("fields", rows.fieldCodes(plan.fields()));
		form.put("coFunders", plan.coFunders().stream().map(String::valueOf).toList());
		form.put("exceptions", rows.exceptionRows(plan.exceptions()));
		form.put("criteria", PlanRows.criterionRows(plan.criteria()));
		return form;
	}

	private RoundSettings settings(FormData form, RoundSettings before) {
		TimeLimits limits = new TimeLimits(whole(form, "reminderDays"), whole(form, "amendDays"),
				whole(form, "consultationDays"), whole(form, "reviewDays"), whole(form, "answerDays"),
				whole(form, "draftDays"), whole(form, "officeDays"));
		return new RoundSettings(form.text("title"),
				has(form, "demandDeadline") ? moved(form, before) : before.demandDeadline(), limits,
				has(form, "quotaPerField") ? quotas(form) : before.quotas(), rules(form, before.rules()),
				whole(form, "mostConsultations"), words(form.text("wording")));
	}

	/** A deadline left at its day keeps its hour, e.g. one that was put in by the API. */
	private Instant moved(FormData form, RoundSettings before) {
		LocalDate day = form.date("demandDeadline");
		return day.equals(LocalDate.ofInstant(before.demandDeadline(), zone)) ? before.demandDeadline() : deadline(day);
	}

	private static QuotaDefaults quotas(FormData form) {
		return new QuotaDefaults(whole(form, "quotaPerCoFunder"), whole(form, "quotaPerField"),
				orNone(form, "quotaPerPerson"), orNone(form, "quotaPerUnit"));
	}

	private static PanelRules rules(FormData form, PanelRules before) {
		boolean locked = !has(form, "quorum");
		return new PanelRules(whole(form, "expertsPerDirection"), locked ? before.quorum() : form.number("quorum"),
				locked ? before.passShare() : form.number("passShare"), whole(form, "recusalYears"),
				locked ? before.meetingRequired() : form.ticked("meetingRequired"), form.ticked("aggregateShown"));
	}

	private Map<String, Object> form(RoundSettings settings) {
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("title", settings.title());
		form.put("demandDeadline", LocalDate.ofInstant(settings.demandDeadline(), zone).toString());
		form.put("reminderDays", settings.limits().reminderDays());
		form.put("amendDays", settings.limits().amendDays());
		form.put("consultationDays", settings.limits().consultationDays());
		form.put("reviewDays", settings.limits().reviewDays());
		form.put("answerDays", settings.limits().answerDays());
		form.put("draftDays", settings.limits().draftDays());
		form.put("officeDays", settings.limits().officeDays());
		form.put("quotaPerCoFunder", settings.quotas().perCoFunder());
		form.put("quotaPerField", settings.quotas().perField());
		putUnlessNull(form, "quotaPerPerson", settings.quotas().perPerson());
		putUnlessNull(form, "quotaPerUnit", settings.quotas().perUnit());
		form.put("expertsPerDirection", settings.rules().expertsPerDirection());
		form.put("quorum", plain(settings.rules().quorum()));
		form.put("passShare", plain(settings.rules().passShare()));
		form.put("recusalYears", settings.rules().recusalYears());
		form.put("meetingRequired", settings.rules().meetingRequired());
		form.put("aggregateShown", settings.rules().aggregateShown());
		form.put("mostConsultations", settings.mostConsultations());
		form.put("wording", String.join("、", settings.wording()));
		return form;
	}

	private Instant deadline(LocalDate day) {
		return day.atTime(END_OF_DAY).atZone(zone).toInstant();
	}

	private static List<String> words(String text) {
		return text == null ? List.of()
				: Arrays.stream(text.split("[\\s,，、;；]+")).filter((word) -> !word.isEmpty()).toList();
	}

	private static boolean has(FormData form, String field) {
		return form.values().containsKey(field);
	}

	private static int whole(FormData form, String field) {
		return form.number(field).intValueExact();
	}

	private static Integer orNone(FormData form, String field) {
		return form.number(field) == null ? null : whole(form, field);
	}

	private static void putUnlessNull(Map<String, Object> form, String field, Object value) {
		if (value != null) {
			form.put(field, value);
		}
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

}
