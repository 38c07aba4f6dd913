package org.guantong.guide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.fund.GrantCategories;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionVersion.Origin;
import org.guantong.guide.drafting.Threads;
import org.guantong.guide.process.GuideProcess;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Drafting directions, and reading them. */
@Service
@Transactional
public class DirectionService {

	private final GuideDirections directions;

	private final DirectionVersions versions;

	private final DirectionSources sources;

	private final DirectionPermissions permissions;

	private final Threads threads;

	private final Rounds rounds;

	private final Fields fields;

	private final GrantCategories categories;

	private final GuideProcess process;

	private final AuditTrail audit;

	DirectionService(GuideDirections directions, DirectionVersions versions, DirectionSources sources,
			DirectionPermissions permissions, Threads threads, Rounds rounds, Fields fields, GrantCategories categories,
			GuideProcess process, AuditTrail audit) {
		this.directions = directions;
		this.versions = versions;
		this.sources = sources;
		this.permissions = permissions;
		this.threads = threads;
		this.rounds = rounds;
		this.fields = fields;
		this.categories = categories;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Begins a direction from agreed questions of one field and starts its case.
	 * @return the direction's id
	 * @throws InvalidInput when a question is not an agreed one of that round, or they
	 * are of several fields
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public long start(Person actor, long roundId, List<Long> questionIds, String title) {
		Round round = rounds.require(roundId);
		Set<Long> questions = new LinkedHashSet<>(questionIds == null ? List.of() : questionIds);
		Field field = fields.require(fieldOf(roundId, questions));
		String code = sources.nextCode(round.year(), field.id(), field.code());
		GuideDirection draft = GuideDirection.drafted(code, roundId, field.id(), title == null ? "" : title.strip());
		requireSound(draft.content().problems());
		GuideDirection saved = directions.save(draft);
		questions.forEach((question) -> sources.link(saved.id(), question));
		versions.keep(saved.id(), saved.content(), Origin.SAVED, null, actor);
		audit.record(actor, "direction.drafted", saved.subject().ref(), code);
		process.start(saved);
		return saved.id();
	}

	/**
	 * Saves what the office wrote; every save is kept.
	 * @param version the version this began from
	 * @throws Stale when somebody else saved meanwhile, or it is not the office's turn
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public GuideDirection save(Person actor, long id, int version, DirectionContent content) {
		return keep(actor, id, version, content, Origin.SAVED, null);
	}

	/** As {@link #save}, but nobody pressed a button. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public GuideDirection autosave(Person actor, long id, int version, DirectionContent content) {
		return keep(actor, id, version, content, Origin.AUTO, null);
	}

	/**
	 * Brings an earlier text back, as a new one.
	 * @param number of the earlier text
	 * @throws NotFound when there was none of that number
	 * @throws Stale as {@link #save} does
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public GuideDirection restore(Person actor, long id, int version, int number) {
		DirectionVersion earlier = versions.find(id, number)
			.orElseThrow(() -> new NotFound("direction-version", number));
		return keep(actor, id, version, earlier.content(), Origin.RESTORED, number);
	}

	private GuideDirection keep(Person actor, long id, int version, DirectionContent content, Origin origin,
			Integer restoredFrom) {
		GuideDirection direction = directions.require(id);
		if (!direction.state().isEditable()) {
			throw new Stale("guide.stale.notEditable");
		}
		if (direction.version() != version) {
			throw new Stale("guide.stale.changed");
		}
		requireSound(content.problems());
		if (direction.content().equals(content)) {
			return direction;
		}
		requireCategory(direction, content);
		GuideDirection saved = write(direction.with(content, version));
		versions.keep(id, content, origin, restoredFrom, actor);
		threads.follow(id, saved.content());
		if (origin != Origin.AUTO) {
			audit.record(actor, origin == Origin.RESTORED ? "direction.restored" : "direction.saved",
					saved.subject().ref(), "version " + saved.version());
		}
		return saved;
	}

	/**
	 * A direction, for those who may read it.
	 * @throws NotFound for all others
	 */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	@Transactional(readOnly = true)
	public GuideDirection read(Person actor, long id) {
		return directions.findById(id)
			.filter((direction) -> permissions.reads(actor, direction))
			.orElseThrow(() -> NotFound.of(Kind.GUIDE_DIRECTION, id));
	}

	/**
	 * Does nothing for those who may know how a direction came about.
	 * @throws NotFound for all others
	 */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	@Transactional(readOnly = true)
	public void requireInsider(Person actor, long id) {
		if (!permissions.readsDeliberation(actor, read(actor, id))) {
			throw NotFound.of(Kind.GUIDE_DIRECTION, id);
		}
	}

	/** A direction, for those who may change its text. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public GuideDirection forEditing(Person actor, long id) {
		return read(actor, id);
	}

	/** Does nothing for those who may draft; refuses all others. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void requireDrafter(Person actor) {
		// the annotation is all there is to it
	}

	/** The agreed questions of a round, from which a direction can begin. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public List<DirectionSources.Agreed> agreedQuestions(Person actor, long roundId) {
		rounds.require(roundId);
		return sources.agreed(roundId);
	}

	/** A direction may stay what it is, even when that was retired meanwhile. */
	private void requireCategory(GuideDirection before, DirectionContent content) {
		boolean given = categories.findByCode(content.category())
			.filter((category) -> !category.retired() || category.code().equals(before.category()))
			.isPresent();
		if (!given) {
			throw InvalidInput.of("category", "guide.problem.category");
		}
	}

	private GuideDirection write(GuideDirection direction) {
		try {
			return directions.save(direction);
		}
		catch (OptimisticLockingFailureException ex) {
			throw new Stale("guide.stale.changed");
		}
	}

	private long fieldOf(long round, Set<Long> questions) {
		if (questions.isEmpty()) {
			throw InvalidInput.of("questionIds", "guide.problem.questions.none");
		}
		List<Long> found = sources.fieldsOfAgreed(round, List.copyOf(questions));
		if (found.size() < questions.size()) {
			throw InvalidInput.of("questionIds", "guide.problem.questions");
		}
		if (Set.copyOf(found).size() > 1) {
			throw InvalidInput.of("questionIds", "guide.problem.questions.fields");
		}
		return found.get(0);
	}

	private static void requireSound(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
