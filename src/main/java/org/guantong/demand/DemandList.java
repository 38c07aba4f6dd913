package org.guantong.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Demands in rows, as lists and tables show them. */
@Component
public class DemandList {

	private static final String FROM = """
			from demand d join organisation o on o.id = d.co_funder_id join field f on f.id = d.field_id
			""";

	private static final String FILTERED = """
			where (:all or d.co_funder_id = :own)
			  and (cast(:round as bigint) is null or d.round_id = :round)
			  and (cast(:coFunder as bigint) is null or d.co_funder_id = :coFunder)
			  and (cast(:field as bigint) is null or d.field_id = :field)
			  and (cast(:state as text) is null or d.state = :state)
			  and (:text = '' or concat_ws(' ', d.code, d.title, d.unit, o.name) ilike :pattern)
			""";

	private final JdbcClient jdbc;

	DemandList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One demand in a list.
	 *
	 * @param files how many are attached
	 */
	public record Row(long id, String code, String title, long roundId, long coFunderId, String coFunderName,
			String fieldCode, String fieldName, String fieldNameEn, String unit, Demand.State state, String reason,
			DemandContent.Urgency urgency, int files) {

		public String field(java.util.Locale locale) {
			return locale.getLanguage().equals("en") ? fieldNameEn : fieldName;
		}

	}

	/** One page of a list and how many there are in all. */
	public record Page(List<Row> items, long total) {
	}

	Page find(Person reader, DemandFilter filter, int page, int size) {
		List<Row> items = as(reader, filter,
				"select d.*, (select count(*) from attachment t where t.subject_kind = 'demand' and t.subject_id = d.id) as files, o.name as co_funder_name, f.code as field_code, f.name as field_name, f.name_en as field_name_en "
						+ FROM + FILTERED + "order by d.code limit :size offset :offset")
			.param("size", size)
			.param("offset", (long) page * size)
			.query(DemandList::read)
			.list();
		return new Page(items, as(reader, filter, "select count(*) " + FROM + FILTERED).query(Long.class).single());
	}

	/** How many demands of the round this person may read stand in each state. */
	public Map<Demand.State, Long> countsOf(Person reader, long roundId) {
		Map<Demand.State, Long> counts = new TreeMap<>();
		as(reader, DemandFilter.ofRound(roundId),
				"select d.state, count(*) as number " + FROM + FILTERED + "group by d.state")
			.query((row) -> {
				counts.put(Demand.State.valueOf(row.getString("state")), row.getLong("number"));
			});
		return counts;
	}

	private JdbcClient.StatementSpec as(Person reader, DemandFilter filter, String sql) {
		String text = filter.text() == null ? "" : filter.text().strip();
		return jdbc.sql(sql)
			.param("all", DemandPermissions.readsAll(reader))
			.param("own", reader.organisationId())
			.param("round", filter.roundId())
			.param("coFunder", filter.coFunderId())
			.param("field", filter.fieldId())
			.param("state", filter.state() == null ? null : filter.state().name())
			.param("text", text)
			.param("pattern", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
	}

	private static Row read(ResultSet row, int index) throws SQLException {
		return new Row(row.getLong("id"), row.getString("code"), row.getString("title"), row.getLong("round_id"),
				row.getLong("co_funder_id"), row.getString("co_funder_name"), row.getString("field_code"),
				row.getString("field_name"), row.getString("field_name_en"), row.getString("unit"),
				Demand.State.valueOf(row.getString("state")), row.getString("reason"),
				DemandContent.Urgency.valueOf(row.getString("urgency")), row.getInt("files"));
	}

}
