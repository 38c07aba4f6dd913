package org.guantong.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.matching.Hit;
import org.guantong.matching.Similarity;
import org.guantong.matching.Text;
import org.guantong.review.directory.RelationRows;
import org.guantong.review.directory.Relations;

/** Finds experts by words and by what the words mean, with what they did so far. */
@Component
class ExpertSearch {

	/** Below it a keyword and what is looked for have little in common. */
	private static final double NEAR = 0.55;

	private final Experts experts;

	private final RelationRows relations;

	private final Similarity similarity;

	private final JdbcClient jdbc;

	private final Clock clock;

	ExpertSearch(Experts experts, RelationRows relations, Similarity similarity, JdbcClient jdbc, Clock clock) {
		this.experts = experts;
		this.relations = relations;
		this.similarity = similarity;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	ExpertPage find(ExpertFilter filter, int page, int size) {
		List<Expert> all = experts.search("%", Integer.MAX_VALUE, 0);
		Map<Long, ServiceRecord> service = service();
		Relations known = relations.of(all.stream().map(Expert::id).toList());
		String organisation = filter.organisation().strip().toLowerCase(Locale.ROOT);
		String code = filter.code().strip().toUpperCase(Locale.ROOT);
		List<ExpertRow> rows = all.stream()
			.filter((one) -> code.isEmpty() || one.codes().stream().anyMatch((own) -> own.startsWith(code)))
			.filter((one) -> one.organisation().toLowerCase(Locale.ROOT).contains(organisation))
			.map((one) -> new ExpertRow(one, service.getOrDefault(one.id(), new ServiceRecord(0, 0, 0, 0, 0, 0)),
					isAway(known, one.id())))
			.filter((row) -> !filter.free() || !row.away() && row.expert().load() < row.expert().mostPanels())
			.sorted(order(filter.order()))
			.toList();
		List<ExpertRow> found = filter.words().isBlank() ? rows : matching(filter.words().strip(), rows);
		return new ExpertPage(found.stream().skip((long) page * size).limit(size).toList(), found.size());
	}

	ServiceRecord serviceOf(long expert) {
		return service().getOrDefault(expert, new ServiceRecord(0, 0, 0, 0, 0, 0));
	}

	/** Those that hold the words first, then those near in meaning. */
	private List<ExpertRow> matching(String words, List<ExpertRow> rows) {
		String lower = words.toLowerCase(Locale.ROOT);
		List<ExpertRow> found = new ArrayList<>(rows.stream().filter((row) -> row.expert().mentions(lower)).toList());
		Map<Long, ExpertRow> others = new LinkedHashMap<>();
		rows.stream()
			.filter((row) -> !found.contains(row) && !row.expert().keywords().isEmpty())
			.forEach((row) -> others.put(row.expert().id(), row));
		if (!others.isEmpty()) {
			similarity.search(words,
					others.values().stream().map((row) -> new Text(row.expert().id(), row.expert().words())).toList(),
					others.size())
				.stream()
				.filter((hit) -> hit.cosine() >= NEAR)
				.sorted(Comparator.comparingDouble(Hit::cosine).reversed())
				.forEach((hit) -> found.add(others.get(hit.id())));
		}
		return found;
	}

	private static Comparator<ExpertRow> order(ExpertFilter.Order order) {
		Comparator<ExpertRow> byName = Comparator.comparing((ExpertRow row) -> row.expert().name())
			.thenComparing((row) -> row.expert().id());
		return switch (order) {
			case NAME -> byName;
			case ORGANISATION ->
				Comparator.comparing((ExpertRow row) -> row.expert().organisation()).thenComparing(byName);
			case LOAD -> Comparator.comparingInt((ExpertRow row) -> row.expert().load()).thenComparing(byName);
			case THIS_YEAR ->
				Comparator.comparingInt((ExpertRow row) -> row.service().thisYear()).thenComparing(byName);
		};
	}

	private boolean isAway(Relations known, long expert) {
		LocalDate today = LocalDate.now(clock);
		return known.absencesOf(expert).stream().anyMatch((absence) -> absence.daysWithin(today, today) > 0);
	}

	private Map<Long, ServiceRecord> service() {
		Map<Long, ServiceRecord> service = new HashMap<>();
		LocalDate newYear = LocalDate.now(clock).withDayOfYear(1);
		jdbc.sql("""
				select m.expert_id, count(*) as asked,
				       count(*) filter (where m.state = 'DECLINED') as declined,
				       count(*) filter (where m.state = 'CONFLICTED') as recused,
				       sum((select count(*) from review r where r.member_id = m.id)) as reviews,
				       count(*) filter (where m.state in ('REPLACED', 'LAPSED')) as missed,
				       count(*) filter (where m.invited_at >= :newYear) as this_year
				from panel_member m where m.invited_at is not null group by m.expert_id
				""")
			.param("newYear", newYear.atStartOfDay(clock.getZone()).toOffsetDateTime())
			.query((row, index) -> service.put(row.getLong("expert_id"),
					new ServiceRecord(row.getInt("asked"), row.getInt("declined"), row.getInt("recused"),
							row.getInt("reviews"), row.getInt("missed"), row.getInt("this_year"))))
			.list();
		return service;
	}

}
