package org.guantong.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Working days, with holidays and the days worked in their place. */
@GuantongTest
class CalendarTest {

	@Autowired
	private BusinessDays days;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@ParameterizedTest
	@CsvSource({ "2026-11-27,true", "2026-11-28,false", "2026-02-16,false", "2026-02-14,true", "2026-10-10,true",
			"2026-10-08,true", "2025-10-08,false", "2024-05-11,true", "2027-02-08,false" })
	void aDayIsWorkedAsTheWeekAndTheNoticesSay(LocalDate day, boolean worked) {
		assertThat(days.isWorked(day)).isEqualTo(worked);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-27,1,2026-11-30", "2026-11-27,0,2026-11-27", "2026-11-28,0,2026-11-30",
			"2026-09-30,1,2026-10-08", "2026-09-30,3,2026-10-10", "2026-02-13,1,2026-02-14", "2026-02-14,1,2026-02-24",
			"2026-11-27,10,2026-12-11" })
	void workingDaysAreCountedOverHolidaysAndWeekends(LocalDate from, int count, LocalDate last) {
		assertThat(days.plus(from, count)).isEqualTo(last);
	}

	@Test
	void theOfficeEntersHolidaysAndEverybodyElseOnlyReads() {
		Person officer = given.officer();
		Site.Browser office = site.browser(officer);
		assertThat(office.get("/admin/calendar?year=2027").body()).contains("暂定", "春节").doesNotContain("??");
		Site.Reply wrong = office.post("/admin/calendar",
				Map.of("from", "2031-10-01", "until", "2031-09-01", "kind", "OFF", "name", "国庆"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("不能早于开始日期", "value=\"2031-10-01\"");
		assertThat(office.post("/admin/calendar", Map.of("from", "2031-10-01", "kind", "WORK", "name", "调休")).body())
			.contains("只能是周六或周日");

		office.post("/admin/calendar",
				Map.of("from", "2031-10-01", "until", "2031-10-07", "kind", "OFF", "name", "国庆节"));

		assertThat(days.isWorked(LocalDate.of(2031, 10, 7))).isFalse();
		assertThat(days.plus(LocalDate.of(2031, 9, 30), 1)).isEqualTo(LocalDate.of(2031, 10, 8));
		assertThat(site.browser(officer).bytes("/admin/calendar.xlsx?year=2031")).isNotEmpty();
		office.get("/admin/calendar?year=2031");
		office.post("/admin/calendar/remove", Map.of("day", "2031-10-07"));
		assertThat(days.isWorked(LocalDate.of(2031, 10, 7))).isTrue();
		assertThat(office.post("/admin/calendar/remove", Map.of("day", "2031-10-07")).status()).isEqualTo(404);
		for (Role role : List.of(Role.PI, Role.CO_FUNDER_CONTACT, Role.AUDITOR)) {
			Site.Browser other = site.browser(given.person("他人", given.organisation("HOST", "单位"), role));
			other.get("/admin/calendar");
			assertThat(
					other.post("/admin/calendar", Map.of("from", "2031-05-01", "kind", "OFF", "name", "劳动节")).status())
				.isEqualTo(403);
		}
	}

}
