package org.guantong.guide.web;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.guide.DirectionFilter;
import org.guantong.guide.DirectionService;
import org.guantong.guide.DirectionVersion;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.batch.BatchLine;
import org.guantong.guide.batch.BatchOrder;
import org.guantong.guide.batch.BatchService;
import org.guantong.guide.drafting.CareService;
import org.guantong.guide.drafting.DirectionForm;
import org.guantong.guide.drafting.EditingService;
import org.guantong.guide.drafting.EditingService.Standing;
import org.guantong.guide.drafting.FieldChange;
import org.guantong.guide.drafting.Numbering;
import org.guantong.guide.drafting.NumberingService;
import org.guantong.guide.drafting.RemarkService;
import org.guantong.guide.drafting.TextField;
import org.guantong.guide.drafting.Threads;
import org.guantong.guide.drafting.WordingService;
import org.guantong.identity.Person;
import org.guantong.wording.WordingCheck;

/** Writing directions, as JSON: the same services as the pages. */
@RestController
@RequestMapping("/api")
class DraftingApi {

	private final EditingService editing;

	private final DirectionService directions;

	private final RemarkService remarks;

	private final WordingService wording;

	private final NumberingService numbering;

	private final CareService care;

	private final BatchService batch;

	DraftingApi(EditingService editing, DirectionService directions, RemarkService remarks, WordingService wording,
			NumberingService numbering, CareService care, BatchService batch) {
		this.editing = editing;
		this.directions = directions;
		this.remarks = remarks;
		this.wording = wording;
		this.numbering = numbering;
		this.care = care;
		this.batch = batch;
	}

	record Seen(int version) {
	}

	record NewRemark(TextField field, String passage, String body) {
	}

	record Answer(String body) {
	}

	record Resolution(boolean resolved) {
	}

	record Place(int number) {
	}

	record Officer(long officer) {
	}

	record Reason(String reason) {
	}

	record Search(Long round, Long field, State state, String q, Long officer) {

		DirectionFilter filter() {
			return new DirectionFilter(round, field, state, q == null ? "" : q, officer);
		}

	}

	record Preview(Search search, BatchOrder order) {

		Preview {
			search = search == null ? new Search(null, null, null, "", null) : search;
		}

	}

	record Run(List<Long> ids, BatchOrder order) {
	}

	/** Keeps what is being typed; see {@link EditingService#autosave}. */
	@PutMapping("/directions/{id}/autosave")
	Standing autosave(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody DirectionForm form) {
		return editing.autosave(actor, id, form);
	}

	/**
	 * @param all whether to list every automatic save
	 */
	@GetMapping("/directions/{id}/versions")
	List<DirectionVersion> versions(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean all) {
		return editing.history(actor, id, all);
	}

	@GetMapping("/directions/{id}/versions/changes")
	List<FieldChange> changes(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam int from,
			@RequestParam int to) {
		return editing.changes(actor, id, from, to);
	}

	@PostMapping("/directions/{id}/versions/{number}/restore")
	Seen restore(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable int number,
			@RequestBody Seen seen) {
		return new Seen(directions.restore(actor, id, seen.version(), number).version());
	}

	/** What the checks of wording say about the text, under the five criteria. */
	@GetMapping("/directions/{id}/wording")
	List<WordingCheck.Item> wording(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return wording.of(actor, id);
	}

	@GetMapping("/directions/{id}/remarks")
	List<Threads.Thread> remarks(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return remarks.of(actor, id);
	}

	@PostMapping("/directions/{id}/remarks")
	ResponseEntity<Map<String, Long>> remark(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody NewRemark wanted) {
		long thread = remarks.begin(actor, id, wanted.field(), wanted.passage(), wanted.body());
		return ResponseEntity.created(URI.create("/api/directions/" + id + "/remarks")).body(Map.of("id", thread));
	}

	@PostMapping("/directions/remarks/{thread}/answers")
	void answer(@AuthenticationPrincipal Person actor, @PathVariable long thread, @RequestBody Answer wanted) {
		remarks.answer(actor, thread, wanted.body());
	}

	@PutMapping("/directions/remarks/{thread}/resolution")
	void resolve(@AuthenticationPrincipal Person actor, @PathVariable long thread, @RequestBody Resolution wanted) {
		remarks.resolve(actor, thread, wanted.resolved());
	}

	/** The order within each field of a round, by the id of the field. */
	@GetMapping("/rounds/{id}/numbering")
	Map<Long, List<Numbering.Place>> numbering(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return numbering.orders(actor, id);
	}

	/**
	 * @param field null for every field of the round
	 */
	@PostMapping("/rounds/{id}/numbering")
	List<Numbering.Change> renumber(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) Long field) {
		return field == null ? numbering.renumberAll(actor, id) : numbering.renumber(actor, id, field);
	}

	@PutMapping("/directions/{id}/number")
	List<Numbering.Change> place(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody Place wanted) {
		return numbering.place(actor, id, wanted.number());
	}

	@PutMapping("/directions/{id}/officer")
	void assign(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Officer wanted) {
		care.assign(actor, id, wanted.officer());
	}

	@PostMapping("/directions/{id}/withdrawal")
	void withdraw(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Reason wanted) {
		care.withdraw(actor, id, wanted.reason());
	}

	/** What the order would do to each direction the search finds; does nothing. */
	@PostMapping("/directions/batch/preview")
	List<BatchLine> preview(@AuthenticationPrincipal Person actor, @RequestBody Preview wanted) {
		return batch.preview(actor, wanted.search().filter(), wanted.order());
	}

	@PostMapping("/directions/batch")
	List<BatchLine> run(@AuthenticationPrincipal Person actor, @RequestBody Run wanted) {
		return batch.run(actor, wanted.ids(), wanted.order());
	}

}
