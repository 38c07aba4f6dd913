package org.guantong.achievement.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.achievement.AchievementClass;
import org.guantong.achievement.AchievementFilter;
import org.guantong.achievement.AchievementForm;
import org.guantong.achievement.AchievementRow;
import org.guantong.achievement.AchievementService;
import org.guantong.achievement.Intention;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The registry as a workbook. */
@Controller
class AchievementExport {

	private static final Sheet<AchievementRow> SHEET = Sheet.<AchievementRow>of("achievement.list.title")
		.text("achievement.column.code", AchievementRow::code)
		.text("achievement.titleLabel", AchievementRow::title)
		.text("achievement.column.keywords", AchievementRow::keywords)
		.word("achievement.classLabel",
				(row) -> row.achievementClass() == null ? null : "achievement.class." + row.achievementClass())
		.word("achievement.formLabel", (row) -> "achievement.form." + row.form())
		.whole("achievement.trlShort", AchievementRow::trl)
		.word("achievement.intentionLabel", (row) -> "achievement.intention." + row.intention())
		.text("achievement.fieldLabel",
				(row, locale) -> locale.getLanguage().equals("en") ? row.fieldNameEn() : row.fieldName())
		.text("achievement.hostLabel", AchievementRow::hostName)
		.time("achievement.column.registeredAt", AchievementRow::registeredAt);

	private final AchievementService achievements;

	private final AllPages pages;

	private final SheetWriter writer;

	AchievementExport(AchievementService achievements, AllPages pages, SheetWriter writer) {
		this.achievements = achievements;
		this.pages = pages;
		this.writer = writer;
	}

	@GetMapping({ "/achievements.xlsx", "/api/achievements.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) AchievementClass achievementClass,
			@RequestParam(required = false) AchievementForm form, @RequestParam(required = false) Integer trl,
			@RequestParam(required = false) Long field, @RequestParam(required = false) Intention intention,
			Locale locale) {
		List<AchievementRow> rows = pages.of((page) -> achievements
			.find(me, new AchievementFilter(text, achievementClass, form, trl, field, intention, page))
			.rows());
		return writer.answer(locale, SHEET.with(rows));
	}

}
