package org.guantong.midterm.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.document.DocumentFile;
import org.guantong.document.Word;
import org.guantong.document.WordChart;
import org.guantong.document.WordKind;
import org.guantong.document.WordTables;
import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermWords;
import org.guantong.shared.NotFound;

/** Reports on a fund's season to the office and auditors; names nobody who reviewed. */
@Service
@Transactional(readOnly = true)
public class SeasonReportService {

	private final SeasonSummaries summaries;

	private final JointFunds funds;

	private final Word word;

	private final WordKind kind;

	private final MessageSource messages;

	private final Clock clock;

	SeasonReportService(SeasonSummaries summaries, JointFunds funds, Word word,
			@Qualifier("seasonWordKind") WordKind kind, MessageSource messages, Clock clock) {
		this.summaries = summaries;
		this.funds = funds;
		this.word = word;
		this.kind = kind;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The season in figures.
	 * @throws NotFound when the fund has no checks in it
	 */
	@PreAuthorize("@midtermPermissions.mayKnowReviewers(#actor)")
	public SeasonSummary summary(Person actor, long fundId, int season) {
		SeasonSummary found = summaries.of(fundId, funds.require(fundId).name(), season);
		if (found.projects().isEmpty()) {
			throw new NotFound("season", season);
		}
		return found;
	}

	/**
	 * The same as a Word document with tables and charts, from the template in force.
	 * @throws NotFound when the fund has no checks in it
	 */
	@PreAuthorize("@midtermPermissions.mayKnowReviewers(#actor)")
	public DocumentFile document(Person actor, long fundId, int season, Locale locale) {
		SeasonSummary found = summary(actor, fundId, season);
		String title = text(locale, "midterm.word.titleText", found.fund(), Integer.toString(season));
		Map<String, Object> data = new HashMap<>();
		data.put("fund", found.fund());
		data.put("season", Integer.toString(season));
		data.put("seasonTitle", title);
		data.put("madeOn",
				LocalDate.now(clock).format(DateTimeFormatter.ofPattern(text(locale, "midterm.letter.day"), locale)));
		data.put("summary",
				text(locale, "midterm.word.summaryText", found.checks(),
						found.states()
							.entrySet()
							.stream()
							.filter((one) -> one.getKey().isEnded())
							.mapToInt(Map.Entry::getValue)
							.sum(),
						MidtermWords.money(found.planned()), MidtermWords.money(found.spent()),
						percent(found.spent(), found.planned())));
		tables(found, data, locale);
		return DocumentFile.word(title + ".docx",
				word.render(kind, data, charts(found, locale), title, clock.instant()));
	}

	private void tables(SeasonSummary found, Map<String, Object> data, Locale locale) {
		data.put("states",
				table(locale, List.of("midterm.label.state", "midterm.seasons.checks"), found.states()
					.entrySet()
					.stream()
					.map((one) -> List.of(text(locale, "midterm.state." + one.getKey()), one.getValue().toString()))
					.toList()));
		data.put("grades",
				table(locale,
						List.of("midterm.label.side", "midterm.grade.A", "midterm.grade.B", "midterm.grade.C",
								"midterm.grade.D"),
						found.grades().entrySet().stream().map((side) -> grades(side, locale)).toList()));
		data.put("lines", table(locale,
				List.of("project.label.line", "project.label.planned", "project.label.spent", "project.label.rate"),
				found.lines()
					.stream()
					.map((one) -> List.of(name(one, locale), MidtermWords.money(one.planned()),
							MidtermWords.money(one.spent()), percent(one.spent(), one.planned())))
					.toList()));
		data.put("fields", groups("midterm.portfolio.field", found.fields(), locale));
		data.put("hosts", groups("midterm.label.host", found.hosts(), locale));
		data.put("projects",
				table(locale, List.of("project.label.code", "midterm.label.project", "midterm.label.host",
						"midterm.label.state", "midterm.label.rate", "midterm.label.flags", "midterm.word.remarks"),
						found.projects()
							.stream()
							.map((one) -> List.of(one.code(), one.title(), one.host(),
									text(locale, "midterm.state." + one.state()), percent(one.spent(), one.planned()),
									Integer.toString(one.flags()), one.remarks()))
							.toList()));
	}

	private List<String> grades(Map.Entry<String, Map<String, Integer>> side, Locale locale) {
		List<String> row = new ArrayList<>(List.of(text(locale, "midterm.side." + side.getKey())));
		List.of("A", "B", "C", "D").forEach((grade) -> row.add(side.getValue().getOrDefault(grade, 0).toString()));
		return row;
	}

	private Object groups(String nameKey, List<SeasonSummary.Group> groups, Locale locale) {
		return table(locale, List.of(nameKey, "midterm.seasons.checks", "midterm.word.ended", "midterm.word.flagged"),
				groups.stream()
					.map((one) -> List.of(one.name(), Integer.toString(one.checks()), Integer.toString(one.ended()),
							Integer.toString(one.flagged())))
					.toList());
	}

	private List<WordChart> charts(SeasonSummary found, Locale locale) {
		WordChart states = new WordChart("stateChart", text(locale, "midterm.word.states"),
				found.states().keySet().stream().map((state) -> text(locale, "midterm.state." + state)).toList(),
				List.of(new WordChart.Series(text(locale, "midterm.seasons.checks"),
						List.copyOf(found.states().values()))));
		WordChart lines = new WordChart("lineChart", text(locale, "midterm.word.lines"),
				found.lines().stream().map((one) -> name(one, locale)).toList(),
				List.of(new WordChart.Series(text(locale, "project.label.planned"),
						found.lines().stream().map(SeasonSummary.Line::planned).toList()),
						new WordChart.Series(text(locale, "project.label.spent"),
								found.lines().stream().map(SeasonSummary.Line::spent).toList())));
		return List.of(states, lines);
	}

	private Object table(Locale locale, List<String> heads, List<List<String>> rows) {
		return WordTables.of(heads.stream().map((key) -> text(locale, key)).toList(), rows);
	}

	private static String name(SeasonSummary.Line line, Locale locale) {
		return locale.getLanguage().equals("en") ? line.nameEn() : line.name();
	}

	private static String percent(BigDecimal part, BigDecimal whole) {
		return whole.signum() == 0 ? "—"
				: part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP).toPlainString() + "%";
	}

	private String text(Locale locale, String key, Object... arguments) {
		return messages.getMessage(key, arguments, locale);
	}

}
