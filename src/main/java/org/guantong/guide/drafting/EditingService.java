package org.guantong.guide.drafting;

import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionService;
import org.guantong.guide.DirectionVersion;
import org.guantong.guide.DirectionVersions;
import org.guantong.guide.GuideDirection;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/**
 * Writing a direction: what is typed is kept whatever happens to it, and nobody
 * overwrites anybody unseen. Not one transaction: a text that cannot be saved is kept as
 * a draft all the same.
 */
@Service
public class EditingService {

	private final DirectionService directions;

	private final DirectionVersions versions;

	private final DirectionDrafts drafts;

	EditingService(DirectionService directions, DirectionVersions versions, DirectionDrafts drafts) {
		this.directions = directions;
		this.versions = versions;
		this.drafts = drafts;
	}

	/**
	 * Where the writer stands after a save.
	 *
	 * @param others names of those who are writing the same text now
	 */
	public record Standing(int version, int base, List<String> others) {
	}

	/**
	 * What an editor page opens with.
	 *
	 * @param form what is saved, or the writer's own unsaved text
	 * @param unfinished the writer's own text that is saved nowhere else, if any
	 */
	public record Desk(GuideDirection direction, DirectionForm form, Optional<DirectionForm> unfinished,
			List<String> others) {
	}

	/** The direction to write on, for those who may. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public Desk open(Person actor, long id) {
		GuideDirection direction = editable(actor, id);
		DirectionForm saved = DirectionForm.of(direction, versions.latest(id));
		Optional<DirectionForm> unfinished = drafts.unsaved(id, actor)
			.map(DirectionDrafts.Draft::form)
			.filter((form) -> !TextMerge.of(null, direction.content(), form).choices().isEmpty());
		return new Desk(direction, saved, unfinished, drafts.others(id, actor));
	}

	/**
	 * Keeps what is being typed, and saves it if it can be.
	 * @throws InvalidInput when it cannot be a text; it is kept for its writer alone
	 * @throws Stale when somebody else saved meanwhile; kept likewise
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public Standing autosave(Person actor, long id, DirectionForm form) {
		return store(actor, id, form, false);
	}

	/** As {@link #autosave}, by the writer's own decision. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public Standing save(Person actor, long id, DirectionForm form) {
		return store(actor, id, form, true);
	}

	/** Gives up what this person typed and never saved. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void discard(Person actor, long id) {
		editable(actor, id);
		drafts.settle(id, actor);
	}

	/** What was typed beside what is saved now, to choose from. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public TextMerge compare(Person actor, long id, DirectionForm form) {
		DirectionContent base = versions.find(id, form.base()).map(DirectionVersion::content).orElse(null);
		return TextMerge.of(base, editable(actor, id).content(), form);
	}

	/** The number of the present text. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public int latest(Person actor, long id) {
		return versions.latest(editable(actor, id).id());
	}

	private Standing store(Person actor, long id, DirectionForm form, boolean pressed) {
		// kept even when it is not the office's turn any more
		drafts.keep(directions.forEditing(actor, id).id(), actor, form);
		editable(actor, id);
		GuideDirection saved = pressed ? directions.save(actor, id, form.version(), form.content())
				: directions.autosave(actor, id, form.version(), form.content());
		drafts.settle(id, actor);
		return new Standing(saved.version(), versions.latest(id), drafts.others(id, actor));
	}

	private GuideDirection editable(Person actor, long id) {
		GuideDirection direction = directions.forEditing(actor, id);
		if (!direction.state().isEditable()) {
			throw new Stale("guide.stale.notEditable");
		}
		return direction;
	}

	/**
	 * Any two texts of a direction, for those who may know how it came about.
	 * @throws NotFound when there is none of such a number
	 */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public List<FieldChange> changes(Person actor, long id, int from, int to) {
		directions.requireInsider(actor, id);
		return FieldChange.between(version(id, from), version(id, to));
	}

	/** All texts of a direction, the latest first. */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public List<DirectionVersion> history(Person actor, long id, boolean everyStep) {
		directions.requireInsider(actor, id);
		return everyStep ? versions.of(id) : versions.condensed(id);
	}

	private DirectionContent version(long id, int number) {
		return versions.find(id, number).orElseThrow(() -> new NotFound("direction-version", number)).content();
	}

}
