package org.guantong.calendar;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days that differ from the week. */
@Component
class CalendarDays {

	private static final String SELECT = "select day, kind, name, provisional from calendar_day ";

	private final JdbcClient jdbc;

	CalendarDays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Both days included, in their order. */
	List<CalendarDay> between(LocalDate first, LocalDate last) {
		return jdbc.sql(SELECT + "where day between ? and ? order by day")
			.params(Date.valueOf(first), Date.valueOf(last))
			.query(CalendarDay.class)
			.list();
	}

	Optional<CalendarDay> on(LocalDate day) {
		return jdbc.sql(SELECT + "where day = ?").param(Date.valueOf(day)).query(CalendarDay.class).optional();
	}

	void put(CalendarDay day) {
		jdbc.sql(
				"""
						insert into calendar_day (day, kind, name, provisional) values (?, ?, ?, ?)
						on conflict (day) do update set kind = excluded.kind, name = excluded.name, provisional = excluded.provisional
						""")
			.params(Date.valueOf(day.day()), day.kind().name(), day.name(), day.provisional())
			.update();
	}

	/** Answers whether it was there. */
	boolean remove(LocalDate day) {
		return jdbc.sql("delete from calendar_day where day = ?").param(Date.valueOf(day)).update() == 1;
	}

	/** The year's notice is out: what is entered holds. Answers how many days that is. */
	int confirm(int year) {
		return jdbc.sql("update calendar_day set provisional = false where provisional and extract(year from day) = ?")
			.param(year)
			.update();
	}

}
