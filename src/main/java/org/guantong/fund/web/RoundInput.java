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

import org.guantong.fund.RoundSettings;
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
		return new RoundSettings(form.text("title"), deadline(form.date("demandDeadline")),
				whole(form, "consultationDays"), whole(form, "reviewDays"), whole(form, "reminderDays"),
				whole(form, "quotaPerCoFunder"), whole(form, "quotaPerField"), whole(form, "expertsPerDirection"),
				form.number("quorum"), form.number("passShare"), whole(form, "recusalYears"), whole(form, "amendDays"));
	}

	Map<String, Object> form(RoundSettings settings) {
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("title", settings.title());
		form.put("demandDeadline", LocalDate.ofInstant(settings.demandDeadline(), zone).toString());
		form.put("consultationDays", settings.consultationDays());
		form.put("reviewDays", settings.reviewDays());
		form.put("reminderDays", settings.reminderDays());
		form.put("quotaPerCoFunder", settings.quotaPerCoFunder());
		form.put("quotaPerField", settings.quotaPerField());
		form.put("expertsPerDirection", settings.expertsPerDirection());
		form.put("quorum", plain(settings.quorum()));
		form.put("passShare", plain(settings.passShare()));
		form.put("recusalYears", settings.recusalYears());
		form.put("amendDays", settings.amendDays());
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
