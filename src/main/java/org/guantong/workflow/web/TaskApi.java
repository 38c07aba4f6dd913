package org.guantong.workflow.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.TaskSheet;
import org.guantong.workflow.Tasks;
import org.guantong.workflow.inbox.TaskTitles;

/** The inbox and its tasks as JSON: the same rules, the same services as the pages. */
@RestController
@RequestMapping("/api/tasks")
class TaskApi {

	private static final int LARGEST_PAGE = 100;

	private final Inbox inbox;

	private final Tasks tasks;

	private final TaskTitles titles;

	TaskApi(Inbox inbox, Tasks tasks, TaskTitles titles) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.titles = titles;
	}

	record SubjectJson(String kind, long id, String code, String title) {
	}

	record TaskJson(String id, String process, String step, String title, SubjectJson subject, String assignee,
			Instant due, Instant createdAt) {
	}

	record TaskPage(List<TaskJson> items, long total) {
	}

	record TaskWithForm(String id, String process, String step, String title, SubjectJson subject, String assignee,
			Instant due, Instant createdAt, String state, String page, @JsonRawValue String form,
			Map<String, Object> data) {
	}

	@GetMapping
	TaskPage list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "ALL") InboxFilter filter,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Locale locale) {
		int limit = Math.max(1, Math.min(size, LARGEST_PAGE));
		List<TaskJson> items = inbox.list(actor, filter, Math.max(0, page), limit)
			.stream()
			.map((item) -> json(item, locale))
			.toList();
		return new TaskPage(items, inbox.count(actor, filter));
	}

	@GetMapping("/{id}")
	TaskWithForm open(@AuthenticationPrincipal Person actor, @PathVariable String id, Locale locale) {
		TaskSheet sheet = tasks.open(actor, id);
		InboxItem item = sheet.task();
		return new TaskWithForm(item.id(), item.process(), item.step(), titles.title(item, locale), subject(item),
				item.assigneeName(), item.due(), item.createdAt(), item.state().name(), sheet.page(),
				sheet.form().json(), sheet.data());
	}

	@PutMapping("/{id}/draft")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void saveDraft(@AuthenticationPrincipal Person actor, @PathVariable String id,
			@RequestBody Map<String, Object> input) {
		tasks.saveDraft(actor, id, input, null);
	}

	@PostMapping("/{id}/complete")
	void complete(@AuthenticationPrincipal Person actor, @PathVariable String id,
			@RequestBody(required = false) Map<String, Object> input) {
		tasks.complete(actor, id, input == null ? Map.of() : input);
	}

	@PostMapping("/{id}/claim")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void claim(@AuthenticationPrincipal Person actor, @PathVariable String id) {
		tasks.claim(actor, id);
	}

	@PostMapping("/{id}/release")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void release(@AuthenticationPrincipal Person actor, @PathVariable String id) {
		tasks.release(actor, id);
	}

	private TaskJson json(InboxItem item, Locale locale) {
		return new TaskJson(item.id(), item.process(), item.step(), titles.title(item, locale), subject(item),
				item.assigneeName(), item.due(), item.createdAt());
	}

	private static SubjectJson subject(InboxItem item) {
		return new SubjectJson(item.subject().kind().slug(), item.subject().id(), item.subject().code(),
				item.subject().title());
	}

}
