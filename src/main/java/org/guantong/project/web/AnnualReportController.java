package org.guantong.project.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.annual.AnnualPermissions;
import org.guantong.project.annual.AnnualReport;
import org.guantong.project.annual.AnnualReportService;
import org.guantong.project.annual.AnnualReportService.Filter;
import org.guantong.shared.InvalidInput;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ProblemTexts;

/** Annual reports: the list, one of them, and opening a year. */
@Controller
class AnnualReportController {

	private static final Sheet<AnnualReport> SHEET = Sheet.<AnnualReport>of("annual.title")
		.text("annual.code", AnnualReport::code)
		.text("project.label.title", AnnualReport::title)
		.text("project.label.pi", AnnualReport::pi)
		.text("project.label.host", AnnualReport::host)
		.whole("annual.year", AnnualReport::year)
		.day("annual.dueOn", AnnualReport::dueOn)
		.word("project.label.state", (one) -> "annual.state." + one.state());

	private final AnnualReportService reports;

	private final AnnualPermissions permissions;

	private final Milestones milestones;

	private final JointFunds funds;

	private final AllPages pages;

	private final SheetWriter writer;

	private final MessageSource messages;

	AnnualReportController(AnnualReportService reports, AnnualPermissions permissions, Milestones milestones,
			JointFunds funds, AllPages pages, SheetWriter writer, MessageSource messages) {
		this.reports = reports;
		this.permissions = permissions;
		this.milestones = milestones;
		this.funds = funds;
		this.pages = pages;
		this.writer = writer;
		this.messages = messages;
	}

	@GetMapping("/annual-reports")
	ModelAndView list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Integer year,
			@RequestParam(defaultValue = "0") int page) {
		return page(actor, new Filter(text, state, year, page));
	}

	@GetMapping({ "/annual-reports.xlsx", "/api/annual-reports.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Integer year,
			Locale locale) {
		return writer.answer(locale,
				SHEET.with(pages.of((page) -> reports.find(actor, new Filter(text, state, year, page)).items())));
	}

	/** Who would report, before anything is opened. */
	@GetMapping("/annual-reports/due")
	ModelAndView due(@AuthenticationPrincipal Person actor, @RequestParam long fund,
			@RequestParam(defaultValue = "0") int year, Locale locale) {
		ModelAndView page = page(actor, new Filter("", "", null, 0)).addObject("fund", fund).addObject("dueYear", year);
		try {
			return page.addObject("due", reports.due(actor, fund, year));
		}
		catch (InvalidInput ex) {
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page.addObject("problems", ProblemTexts.of(ex.problems(), messages, locale));
		}
	}

	@PostMapping("/annual-reports")
	String open(@AuthenticationPrincipal Person actor, @RequestParam long fund, @RequestParam int year,
			RedirectAttributes next) {
		next.addFlashAttribute("opened", reports.open(actor, fund, year).size());
		return "redirect:/annual-reports?year=" + year;
	}

	@GetMapping("/annual-reports/{id}")
	ModelAndView show(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		AnnualReport report = reports.read(actor, id);
		List<Milestone> plan = milestones.of(report.projectId());
		return new ModelAndView("project/annual-report").addObject("report", report)
			.addObject("marks", plan.stream().collect(Collectors.toMap(Milestone::id, Function.identity())))
			.addObject("indicators",
					plan.stream()
						.flatMap((one) -> one.indicators().stream())
						.collect(Collectors.toMap(Milestone.Indicator::id, Function.identity())));
	}

	@GetMapping("/api/annual-reports")
	@ResponseBody
	AnnualReportService.Page json(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Integer year,
			@RequestParam(defaultValue = "0") int page) {
		return reports.find(actor, new Filter(text, state, year, page));
	}

	@GetMapping("/api/annual-reports/{id}")
	@ResponseBody
	AnnualReport json(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return reports.read(actor, id);
	}

	/** A year of a fund. */
	record Year(long fund, int year) {
	}

	@PostMapping("/api/annual-reports")
	@ResponseBody
	@ResponseStatus(HttpStatus.CREATED)
	List<AnnualReport> open(@AuthenticationPrincipal Person actor, @RequestBody Year wanted) {
		return reports.open(actor, wanted.fund(), wanted.year());
	}

	private ModelAndView page(Person actor, Filter filter) {
		boolean opens = permissions.mayOpen(actor);
		return new ModelAndView("project/annual-reports").addObject("filter", filter)
			.addObject("result", reports.find(actor, filter))
			.addObject("states", List.of("REPORTING", "ENDORSING", "ENDORSED"))
			.addObject("opens", opens)
			.addObject("funds", opens ? funds.findAllByOrderByCode() : List.of())
			.addObject("problems", Map.of());
	}

}
