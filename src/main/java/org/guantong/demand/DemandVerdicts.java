package org.guantong.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.demand.DemandCollecting.Decision;
import org.guantong.demand.DemandCollecting.Verdict;

/**
 * What officers mean to decide about the demands laid before them, kept while they work
 * through a long list and applied when the list is handed on.
 */
@Component
public class DemandVerdicts {

	private static final String LAID_BEFORE = """
			from demand d join field f on f.id = d.field_id left join demand_verdict v on v.demand_id = d.id
			where d.round_id = :round and d.co_funder_id = :coFunder and d.state in ('SUBMITTED', 'SIGNED', 'RETURNED')
			""";

	private static final String FILTERED = LAID_BEFORE + """
			  and (cast(:field as bigint) is null or d.field_id = :field)
			  and (cast(:verdict as text) is null or coalesce(v.verdict, 'NONE') = :verdict)
			  and (:text = '' or concat_ws(' ', d.code, d.title, d.unit) ilike :pattern)
			""";

	private final JdbcClient jdbc;

	DemandVerdicts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Which of the demands to show; null or empty means any.
	 *
	 * @param verdict a {@link Verdict} by name, or NONE for those still undecided
	 * @param text words in code, title or unit
	 */
	public record Filter(Long fieldId, String verdict, String text) {

		public static Filter any() {
			return new Filter(null, null, "");
		}

	}

	/**
	 * One demand and what is meant for it.
	 *
	 * @param verdict null while undecided
	 * @param reason why it is returned or rejected, else empty
	 * @param files how many are attached
	 */
	public record Row(long id, String code, String title, String unit, String fieldName, String fieldNameEn,
			Demand.State state, Verdict verdict, String reason, int files) {

		public String field(Locale locale) {
			return locale.getLanguage().equals("en") ? fieldNameEn : fieldName;
		}

		/** Only what the leader has signed can be accepted. */
		public boolean isSigned() {
			return state == Demand.State.SIGNED;
		}

	}

	/** One page of the demands and how many there are in all. */
	public record Page(List<Row> items, long total) {
	}

	Page find(long roundId, long coFunderId, Filter filter, int page, int size) {
		List<Row> items = with(roundId, coFunderId, filter,
				"""
						select d.id, d.code, d.title, d.unit, f.name, f.name_en, d.state, v.verdict, coalesce(v.reason, '') as reason,
						    (select count(*) from attachment t where t.subject_kind = 'demand' and t.subject_id = d.id) as files
						"""
						+ FILTERED + "order by d.code limit :size offset :offset")
			.param("size", size)
			.param("offset", (long) page * size)
			.query(DemandVerdicts::read)
			.list();
		return new Page(items,
				with(roundId, coFunderId, filter, "select count(*) " + FILTERED).query(Long.class).single());
	}

	/** How many demands each verdict is meant for; those undecided under NONE. */
	Map<String, Long> counts(long roundId, long coFunderId) {
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("NONE", 0L);
		for (Verdict verdict : Verdict.values()) {
			counts.put(verdict.name(), 0L);
		}
		jdbc.sql("select coalesce(v.verdict, 'NONE') as verdict, count(*) as number " + LAID_BEFORE
				+ "group by coalesce(v.verdict, 'NONE')")
			.param("round", roundId)
			.param("coFunder", coFunderId)
			.query((row) -> {
				counts.put(row.getString("verdict"), row.getLong("number"));
			});
		return counts;
	}

	/** What is meant for each demand laid before the office, by code. */
	public List<Row> given(long roundId, long coFunderId) {
		return find(roundId, coFunderId, Filter.any(), 0, Integer.MAX_VALUE).items();
	}

	/** Takes the verdicts from the desk: they are to be applied now. */
	List<Decision> take(long roundId, long coFunderId) {
		List<Decision> taken = new ArrayList<>();
		given(roundId, coFunderId).stream()
			.filter((row) -> row.verdict() != null)
			.forEach((row) -> taken.add(new Decision(row.id(), row.verdict(), row.reason())));
		taken.forEach((one) -> clear(one.demandId()));
		return taken;
	}

	void give(Collection<Row> rows, Verdict verdict, String reason, long officer, Instant at) {
		rows.forEach((row) -> jdbc.sql("""
				insert into demand_verdict (demand_id, verdict, reason, given_by, given_at)
				values (:demand, :verdict, :reason, :officer, :at)
				on conflict (demand_id) do update set verdict = excluded.verdict, reason = excluded.reason,
				    given_by = excluded.given_by, given_at = excluded.given_at
				""")
			.param("demand", row.id())
			.param("verdict", verdict.name())
			.param("reason", reason)
			.param("officer", officer)
			.param("at", Timestamp.from(at))
			.update());
	}

	private void clear(long demandId) {
		jdbc.sql("delete from demand_verdict where demand_id = ?").param(demandId).update();
	}

	private JdbcClient.StatementSpec with(long roundId, long coFunderId, Filter filter, String sql) {
		String text = filter.text() == null ? "" : filter.text().strip();
		return jdbc.sql(sql)
			.param("round", roundId)
			.param("coFunder", coFunderId)
			.param("field", filter.fieldId())
			.param("verdict", filter.verdict() == null || filter.verdict().isEmpty() ? null : filter.verdict())
			.param("text", text)
			.param("pattern", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
	}

	private static Row read(ResultSet row, int index) throws SQLException {
		String verdict = row.getString("verdict");
		return new Row(row.getLong("id"), row.getString("code"), row.getString("title"), row.getString("unit"),
				row.getString("name"), row.getString("name_en"), Demand.State.valueOf(row.getString("state")),
				verdict == null ? null : Verdict.valueOf(verdict), row.getString("reason"), row.getInt("files"));
	}

}
