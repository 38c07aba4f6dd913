package org.guantong.fund.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.fund.PanelRules;
import org.guantong.fund.QuotaDefaults;
import org.guantong.fund.RoundSettings;
import org.guantong.fund.TimeLimits;
import org.guantong.workflow.FormData;

/** A round's settings in the words of its form. A deadline is the end of its day. */
@Component
class RoundInput {

	private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

	private final ZoneId zone;

	RoundInput(Clock clock) {
		this.zone = clock.getZone();
	}

	RoundSettings settings(FormData form) {
		TimeLimits limits = new TimeLimits(whole(form, "reminderDays"), whole(form, "amendDays"),
				whole(form, "consultationDays"), whole(form, "reviewDays"), 5, 14, 5);
		QuotaDefaults quotas = new QuotaDefaults(whole(form, "quotaPerCoFunder"), whole(form, "quotaPerField"), null,
				null);
		PanelRules rules = new PanelRules(whole(form, "expertsPerDirection"), form.number("quorum"),
				form.number("passShare"), whole(form, "recusalYears"), false, false);
		return new RoundSettings(form.text("title"), deadline(form.date("demandDeadline")), limits, quotas, rules,
				RoundSettings.USUAL_CONSULTATIONS, RoundSettings.USUAL_WORDING);
	}

	Map<String, Object> form(RoundSettings settings) {
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("title", settings.title());
		form.put("demandDeadline", LocalDate.ofInstant(settings.demandDeadline(), zone).toString());
		form.put("consultationDays", settings.limits().consultationDays());
		form.put("reviewDays", settings.limits().reviewDays());
		form.put("reminderDays", settings.limits().reminderDays());
		form.put("quotaPerCoFunder", settings.quotas().perCoFunder());
		form.put("quotaPerField", settings.quotas().perField());
		form.put("expertsPerDirection", settings.rules().expertsPerDirection());
		form.put("quorum", plain(settings.rules().quorum()));
		form.put("passShare", plain(settings.rules().passShare()));
		form.put("recusalYears", settings.rules().recusalYears());
		form.put("amendDays", settings.limits().amendDays());
		return form;
	}

	/** What the API was sent, with the usual settings where it says nothing. */
	Map<String, Object> withUsual(Map<String, Object> sent) {
		Map<String, Object> form = form(RoundSettings.standard("", Instant.EPOCH));
		form.remove("title");
		form.remove("demandDeadline");
		form.putAll(sent);
		return form;
	}

	private Instant deadline(LocalDate day) {
		return day.atTime(END_OF_DAY).atZone(zone).toInstant();
	}

	private static int whole(FormData form, String field) {
		return form.number(field).intValueExact();
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

}
