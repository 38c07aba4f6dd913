package org.guantong.midterm.web;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.fund.Fields;
import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.midterm.portfolio.Portfolio;
import org.guantong.midterm.portfolio.PortfolioFilter;
import org.guantong.midterm.portfolio.PortfolioRow;
import org.guantong.midterm.portfolio.PortfolioService;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The map of all projects under way, with its table. */
@Controller
class PortfolioController {

	private static final Sheet<PortfolioRow> SHEET = Sheet.<PortfolioRow>of("midterm.portfolio")
		.text("project.label.code", PortfolioRow::code)
		.text("project.label.title", PortfolioRow::title)
		.text("project.label.pi", PortfolioRow::pi)
		.text("project.label.host", PortfolioRow::host)
		.text("midterm.season.fund", PortfolioRow::fund)
		.amount("midterm.portfolio.progress", PortfolioRow::progress)
		.amount("midterm.portfolio.expected", PortfolioRow::expected)
		.amount("project.label.planned", PortfolioRow::planned)
		.amount("project.label.spent", PortfolioRow::spent)
		.amount("midterm.portfolio.rate", PortfolioRow::rate)
		.amount("midterm.portfolio.elapsed", PortfolioRow::elapsedPercent)
		.word("midterm.portfolio.why", (row) -> "midterm.portfolio." + row.why());

	private final PortfolioService portfolio;

	private final JointFunds funds;

	private final Fields fields;

	private final SheetWriter writer;

	private final ObjectMapper json;

	private final MessageSource messages;

	PortfolioController(PortfolioService portfolio, JointFunds funds, Fields fields, SheetWriter writer,
			ObjectMapper json, MessageSource messages) {
		this.portfolio = portfolio;
		this.funds = funds;
		this.fields = fields;
		this.writer = writer;
		this.json = json;
		this.messages = messages;
	}

	/** A point of the map. */
	record Point(String code, String title, double x, double y, String why, String url) {
	}

	@GetMapping("/portfolio")
	ModelAndView show(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) Long fund, @RequestParam(defaultValue = "") String field,
			@RequestParam(required = false) Integer year, @RequestParam(defaultValue = "0") int page, Locale locale) {
		PortfolioFilter filter = new PortfolioFilter(text, fund, field, year, page);
		Portfolio found = portfolio.of(actor, filter);
		return new ModelAndView("midterm/portfolio").addObject("filter", filter)
			.addObject("portfolio", found)
			.addObject("points", points(found, locale))
			.addObject("funds", funds.findAllByOrderByCode())
			.addObject("fields", fields.findAllByOrderByPosition());
	}

	@GetMapping({ "/portfolio.xlsx", "/api/portfolio.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) Long fund, @RequestParam(defaultValue = "") String field,
			@RequestParam(required = false) Integer year, Locale locale) {
		return writer.answer(locale,
				SHEET.with(portfolio.of(actor, new PortfolioFilter(text, fund, field, year, 0)).all()));
	}

	@GetMapping("/api/portfolio")
	@ResponseBody
	List<PortfolioRow> json(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) Long fund, @RequestParam(defaultValue = "") String field,
			@RequestParam(required = false) Integer year) {
		return portfolio.of(actor, new PortfolioFilter(text, fund, field, year, 0)).all();
	}

	private String points(Portfolio found, Locale locale) {
		List<Point> points = found.all()
			.stream()
			.map((row) -> new Point(row.code(), row.title(), row.progressGap().doubleValue(),
					row.spendingGap().doubleValue(),
					row.isOutlier() ? messages.getMessage("midterm.portfolio." + row.why(), null, locale) : "",
					"/projects/" + row.id()))
			.toList();
		try {
			return json.writeValueAsString(points);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
