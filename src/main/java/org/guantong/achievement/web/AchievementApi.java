package org.guantong.achievement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.achievement.Achievement;
import org.guantong.achievement.AchievementClass;
import org.guantong.achievement.AchievementFilter;
import org.guantong.achievement.AchievementForm;
import org.guantong.achievement.AchievementList;
import org.guantong.achievement.AchievementRow;
import org.guantong.achievement.AchievementService;
import org.guantong.achievement.AchievementView;
import org.guantong.achievement.Closure;
import org.guantong.achievement.ClosureService;
import org.guantong.achievement.Intention;
import org.guantong.identity.Person;

/** Closures and the registry as JSON. */
@RestController
@RequestMapping("/api")
class AchievementApi {

	private final AchievementService achievements;

	private final ClosureService closures;

	AchievementApi(AchievementService achievements, ClosureService closures) {
		this.achievements = achievements;
		this.closures = closures;
	}

	record NewClosure(LocalDate dueOn) {
	}

	record ClosureJson(long id, String code, long projectId, LocalDate dueOn, String state, int attempt,
			String returnReasons, String hostOpinion, String verdictRemarks, Instant openedAt, Instant endedAt) {

		static ClosureJson of(Closure closure) {
			return new ClosureJson(closure.id(), closure.code(), closure.projectId(), closure.dueOn(),
					closure.state().name(), closure.attempt(), closure.returnReasons(), closure.hostOpinion(),
					closure.verdictRemarks(), closure.openedAt(), closure.endedAt());
		}

	}

	record AchievementPage(List<AchievementRow> items, long total) {
	}

	record AchievementJson(long id, String code, String title, String state, long projectId, String projectCode,
			String pi, String host, String field, List<String> keywords, String form, String nature, String originality,
			String stage, int trl, String intention, String preferredMode, String potentialValue, String description,
			String achievementClass, String route, Instant registeredAt) {

		static AchievementJson of(AchievementView view) {
			Achievement one = view.achievement();
			return new AchievementJson(one.id(), one.code(), one.title(), one.state().name(), one.projectId(),
					view.project().code(), view.piName(), view.hostName(), view.fieldName(),
					one.keywords().isEmpty() ? List.of() : List.of(one.keywords().split("、")), one.form().name(),
					one.nature().name(), one.originality().name(), one.stage().name(), one.trl(),
					one.intention().name(), name(one.preferredMode()), one.potentialValue().name(), one.description(),
					name(one.achievementClass()), name(one.route()), one.registeredAt());
		}

		private static String name(Enum<?> value) {
			return (value != null) ? value.name() : null;
		}

	}

	@PostMapping("/projects/{id}/closures")
	@ResponseStatus(HttpStatus.CREATED)
	ClosureJson open(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody NewClosure body) {
		return ClosureJson.of(closures.open(actor, id, body.dueOn()));
	}

	@GetMapping("/projects/{id}/closures")
	List<ClosureJson> ofProject(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return closures.ofProject(actor, id).stream().map(ClosureJson::of).toList();
	}

	@GetMapping("/closures/{id}")
	ClosureJson closure(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return ClosureJson.of(closures.read(actor, id));
	}

	@GetMapping("/achievements")
	AchievementPage list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) AchievementClass achievementClass,
			@RequestParam(required = false) AchievementForm form, @RequestParam(required = false) Integer trl,
			@RequestParam(required = false) Long field, @RequestParam(required = false) Intention intention,
			@RequestParam(defaultValue = "0") int page) {
		AchievementList found = achievements.find(actor,
				new AchievementFilter(text, achievementClass, form, trl, field, intention, page));
		return new AchievementPage(found.rows(), found.total());
	}

	@GetMapping("/achievements/{id}")
	AchievementJson read(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return AchievementJson.of(achievements.read(actor, id));
	}

}
