package org.guantong.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.shared.NotFound;

/** The co-funders' collections of a round. */
@Repository
public class DemandCollections {

	private static final String SELECT = """
			select c.round_id, c.co_funder_id, o.name, c.state, c.submitted_at, c.remark, c.return_note
			from demand_collection c join organisation o on o.id = c.co_funder_id
			""";

	private final JdbcClient jdbc;

	DemandCollections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of a round, by the co-funder's name. */
	public List<DemandCollection> of(long roundId) {
		return jdbc.sql(SELECT + "where c.round_id = ? order by o.name")
			.param(roundId)
			.query(DemandCollections::read)
			.list();
	}

	public Optional<DemandCollection> find(long roundId, long coFunderId) {
		return jdbc.sql(SELECT + "where c.round_id = ? and c.co_funder_id = ?")
			.params(roundId, coFunderId)
			.query(DemandCollections::read)
			.optional();
	}

	public DemandCollection require(long roundId, long coFunderId) {
		return find(roundId, coFunderId).orElseThrow(() -> new NotFound("collection", roundId + "/" + coFunderId));
	}

	/**
	 * The collection, held by this transaction: others who add, change or submit its
	 * demands wait.
	 */
	Optional<DemandCollection> lock(long roundId, long coFunderId) {
		return jdbc.sql(SELECT + "where c.round_id = ? and c.co_funder_id = ? for update of c")
			.params(roundId, coFunderId)
			.query(DemandCollections::read)
			.optional();
	}

	void begin(long roundId, long coFunderId) {
		jdbc.sql("insert into demand_collection (round_id, co_funder_id) values (?, ?)")
			.params(roundId, coFunderId)
			.update();
	}

	void move(long roundId, long coFunderId, DemandCollection.State state, String returnNote) {
		jdbc.sql("update demand_collection set state = ?, return_note = ? where round_id = ? and co_funder_id = ?")
			.params(state.name(), returnNote, roundId, coFunderId)
			.update();
	}

	void submitted(long roundId, long coFunderId, String remark, Timestamp now) {
		jdbc.sql("""
				update demand_collection set state = 'SIGNING', return_note = '', submitted_at = ?, remark = ?
				where round_id = ? and co_funder_id = ?
				""").params(now, remark, roundId, coFunderId).update();
	}

	private static DemandCollection read(ResultSet row, int index) throws SQLException {
		Timestamp submitted = row.getTimestamp("submitted_at");
		return new DemandCollection(row.getLong("round_id"), row.getLong("co_funder_id"), row.getString("name"),
				DemandCollection.State.valueOf(row.getString("state")),
				submitted == null ? null : submitted.toInstant(), row.getString("remark"),
				row.getString("return_note"));
	}

}
