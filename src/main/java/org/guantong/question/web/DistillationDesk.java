package org.guantong.question.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.question.DemandsApart;
import org.guantong.question.DistillationClosing;
import org.guantong.question.DistillationService;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.RoundDemands.Item;
import org.guantong.question.proposal.Proposals;
import org.guantong.question.web.DistillationFilter.View;

/** Lays a round's demands out for distilling: what is proposed, what is left, how far. */
@Component
class DistillationDesk {

	private static final int GROUPS = 8;

	private static final int ROWS = 25;

	/** After that long the page is shown without groups and asks again by itself. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final DistillationService distillation;

	private final DistillationClosing closing;

	private final DemandsApart apart;

	private final Proposals proposals;

	private final QuestionPermissions permissions;

	private final RoundService rounds;

	private final Fields fields;

	DistillationDesk(DistillationService distillation, DistillationClosing closing, DemandsApart apart,
			Proposals proposals, QuestionPermissions permissions, RoundService rounds, Fields fields) {
		this.distillation = distillation;
		this.closing = closing;
		this.apart = apart;
		this.proposals = proposals;
		this.permissions = permissions;
		this.rounds = rounds;
		this.fields = fields;
	}

	/** A group with its reasons and the questions near it. */
	record GroupView(Proposals.Group group, List<Proposals.Pair> pairs, List<Proposals.NearQuestion> questions) {
	}

	ModelAndView lay(Person me, long roundId, DistillationFilter filter, int page) {
		ModelAndView view = new ModelAndView("question/distillation");
		List<Item> items = distillation.demands(me, roundId);
		Proposals.Waiting waiting = proposals.of(roundId, items, PATIENCE);
		List<Proposals.Group> groups = waiting.groups()
			.stream()
			.filter((group) -> group.demands().stream().anyMatch(filter::matches))
			.toList();
		List<Item> single = waiting.single().stream().filter(filter::matches).toList();
		List<Item> aside = items.stream().filter((item) -> item.asideReason() != null).filter(filter::matches).toList();
		List<DemandsApart.Apart> different = apart.of(roundId);
		view.addObject("round", rounds.require(me, roundId))
			.addObject("filter", filter)
			.addObject("counts",
					Map.of("GROUPS", groups.size(), "SINGLE", single.size(), "ASIDE", aside.size(), "APART",
							different.size()))
			.addObject("progress", distillation.progress(me, roundId))
			.addObject("closing", closing.of(roundId).orElse(null))
			.addObject("waiting", waiting)
			.addObject("mayDistil", permissions.mayDistil(me))
			.addObject("fields", fieldsOf(items))
			.addObject("coFunders", coFundersOf(items))
			.addObject("page", page);
		switch (filter.view()) {
			case GROUPS -> view.addObject("groups",
					cut(groups, page, GROUPS).stream().map((group) -> describe(group, waiting, items)).toList());
			case SINGLE -> view.addObject("rows", cut(single, page, ROWS));
			case ASIDE -> view.addObject("rows", cut(aside, page, ROWS));
			case APART -> view.addObject("apart", cut(different, page, ROWS));
		}
		view.addObject("size", filter.view() == View.GROUPS ? GROUPS : ROWS);
		return view.addObject("views", View.values());
	}

	private GroupView describe(Proposals.Group group, Proposals.Waiting waiting, List<Item> all) {
		return new GroupView(group, proposals.closest(waiting.table(), group.demands()),
				proposals.questionsNear(waiting.table(), group.demands(), all));
	}

	private List<Field> fieldsOf(List<Item> items) {
		List<Long> used = items.stream().map((item) -> item.source().fieldId()).distinct().toList();
		return fields.findAllByOrderByPosition().stream().filter((field) -> used.contains(field.id())).toList();
	}

	/** Ids by name. */
	private static Map<String, Long> coFundersOf(List<Item> items) {
		return items.stream()
			.map(Item::source)
			.collect(Collectors.toMap((one) -> one.coFunderName(), (one) -> one.coFunderId(), (one, same) -> one,
					TreeMap::new));
	}

	/** The field names of these demands in the reader's language, by field. */
	Map<Long, String> fieldNames(Locale locale) {
		Map<Long, String> names = new LinkedHashMap<>();
		fields.findAllByOrderByPosition().forEach((field) -> names.put(field.id(), field.in(locale)));
		return names;
	}

	private static <T> List<T> cut(List<T> all, int page, int size) {
		int from = Math.min(all.size(), page * size);
		return all.subList(from, Math.min(all.size(), from + size));
	}

}
