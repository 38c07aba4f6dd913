package org.guantong.guide.drafting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirection;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.wording.Criterion;
import org.guantong.wording.CriteriaTicks;
import org.guantong.wording.Draft;
import org.guantong.wording.WordingCheck;

/** Help with the wording of a direction: warns, and never blocks. */
@Service
@Transactional
public class WordingService {

	private final WordingCheck check;

	private final CriteriaTicks ticks;

	private final DirectionService directions;

	private final Rounds rounds;

	WordingService(WordingCheck check, CriteriaTicks ticks, DirectionService directions, Rounds rounds) {
		this.check = check;
		this.ticks = ticks;
		this.directions = directions;
		this.rounds = rounds;
	}

	/** What is to be said about the text that is saved. */
	@PreAuthorize("@directionPermissions.mayReadRemarks(#actor)")
	@Transactional(readOnly = true)
	public List<WordingCheck.Item> of(Person actor, long id) {
		GuideDirection direction = directions.read(actor, id);
		return checklist(direction, DirectionForm.of(direction, 0));
	}

	/**
	 * What is to be said about a text as it is typed, whether or not it could be saved.
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public List<WordingCheck.Item> typed(Person actor, long id, DirectionForm form) {
		return checklist(directions.read(actor, id), form);
	}

	/** Notes which of the five criteria the officer has checked, and no others. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void tick(Person actor, long id, Set<Criterion> criteria) {
		ticks.set(actor, directions.read(actor, id).subject().ref(), criteria);
	}

	private List<WordingCheck.Item> checklist(GuideDirection direction, DirectionForm form) {
		Map<String, String> parts = new LinkedHashMap<>();
		List.of(TextField.TITLE, TextField.TEXT, TextField.EXPECTED_APPLICATION)
			.forEach((field) -> parts.put(field.key(), form.value(field)));
		return check.checklist(new Draft(Kind.GUIDE_DIRECTION, direction.id(), direction.roundId(), parts, form.codes(),
				new LinkedHashSet<>(rounds.require(direction.roundId()).wording())));
	}

}
