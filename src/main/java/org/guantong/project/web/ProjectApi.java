package org.guantong.project.web;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.project.BudgetLine;
import org.guantong.project.Expenditure;
import org.guantong.project.Milestone;
import org.guantong.project.NewExpenditure;
import org.guantong.project.NewProject;
import org.guantong.project.Project;
import org.guantong.project.ProjectCatalogue;
import org.guantong.project.ProjectDetail;
import org.guantong.project.ProjectFilter;
import org.guantong.project.ProjectPage;
import org.guantong.project.ProjectService;
import org.guantong.project.ProjectTeam;

/** Projects and their books as JSON; lists also as CSV. Amounts in 元. */
@RestController
@RequestMapping("/api/projects")
class ProjectApi {

	private final ProjectService service;

	private final ProjectCatalogue catalogue;

	ProjectApi(ProjectService service, ProjectCatalogue catalogue) {
		this.service = service;
		this.catalogue = catalogue;
	}

	record Entered(long id, String code) {

		static Entered of(Project project) {
			return new Entered(project.id(), project.code());
		}

	}

	record LineJson(String line, String name, BigDecimal planned, BigDecimal received, BigDecimal spent,
			BigDecimal balance, BigDecimal rate) {

		static LineJson of(BudgetLine line) {
			return new LineJson(line.code(), line.name(), line.planned(), line.received(), line.spent(), line.balance(),
					line.rate());
		}

	}

	record BudgetJson(BigDecimal planned, BigDecimal received, BigDecimal spent, BigDecimal rate, BigDecimal elapsed,
			List<LineJson> lines) {

		static BudgetJson of(ProjectDetail detail) {
			return new BudgetJson(detail.budget().planned(), detail.budget().received(), detail.budget().spent(),
					detail.budget().rate(), detail.elapsed(),
					detail.budget().lines().stream().map(LineJson::of).toList());
		}

	}

	record ProjectJson(long id, String code, String title, String direction, String category, BigDecimal directCost,
			String pi, String host, String startsOn, String endsOn, String state, BudgetJson budget,
			List<Milestone> milestones, ProjectTeam team) {
	}

	record Receipt(String line, BigDecimal amount) {
	}

	record Recorded(long id) {
	}

	@GetMapping
	ProjectPage list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Long round,
			@RequestParam(defaultValue = "0") int page) {
		return catalogue.find(actor, new ProjectFilter(text, state, round, page));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Entered enter(@AuthenticationPrincipal Person actor, @RequestBody NewProject wanted) {
		return Entered.of(service.enter(actor, wanted));
	}

	@PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	List<Entered> importJson(@AuthenticationPrincipal Person actor, @RequestBody List<NewProject> wanted) {
		return service.enterAll(actor, wanted).stream().map(Entered::of).toList();
	}

	@PostMapping(path = "/import", consumes = "text/csv")
	@ResponseStatus(HttpStatus.CREATED)
	List<Entered> importCsv(@AuthenticationPrincipal Person actor, @RequestBody byte[] content) {
		return service.enterAll(actor, ProjectSheet.read(new String(content, java.nio.charset.StandardCharsets.UTF_8)))
			.stream()
			.map(Entered::of)
			.toList();
	}

	@GetMapping("/{id}")
	ProjectJson show(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		ProjectDetail detail = service.detail(actor, id);
		Project project = detail.project();
		return new ProjectJson(project.id(), project.code(), project.title(), detail.directionCode(),
				project.category(), project.directCost(), detail.pi(), detail.host(), project.startsOn().toString(),
				project.endsOn().toString(), project.state(), BudgetJson.of(detail), detail.milestones(),
				detail.team());
	}

	@GetMapping("/{id}/budget")
	BudgetJson budget(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return BudgetJson.of(service.detail(actor, id));
	}

	@GetMapping("/{id}/expenditures")
	List<Expenditure> expenditures(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return service.expenditures(actor, id);
	}

	@PostMapping("/{id}/expenditures")
	@ResponseStatus(HttpStatus.CREATED)
	Recorded spend(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody NewExpenditure wanted) {
		return new Recorded(service.recordExpenditure(actor, id, wanted));
	}

	@PostMapping("/{id}/receipts")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void receive(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Receipt receipt) {
		service.recordReceipt(actor, id, receipt.line(), receipt.amount());
	}

}
