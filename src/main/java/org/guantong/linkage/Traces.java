package org.guantong.linkage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;

/** Follows the linkage from any thing in both directions, as far as it goes. */
@Service
@Transactional(readOnly = true)
public class Traces {

	/** Both ways from the start; neither way ever turns round, so siblings stay out. */
	private static final String LINEAGE = "with recursive " + Sight.MINE + """
			, walk (way, kind, id) as (
			  select w.way, :kind::text, :id::bigint from (values ('UP'::text), ('DOWN'::text)) w (way)
			  union
			  select w.way, s.next_kind, s.next_id
			  from walk w join linkage_step s on s.way = w.way and s.kind = w.kind and s.id = w.id)
			select n.kind, n.id, n.code, n.title, n.state,
			       array(select e.from_kind || ':' || e.from_id || ' ' || e.relation from linkage_edge e
			             where e.to_kind = n.kind and e.to_id = n.id order by e.from_id) as origins,
			       """ + Sight.SEEN + """
			       as seen
			from linkage_node n where (n.kind, n.id) in (select kind, id from walk)
			order by seen desc, n.code, n.id
			""";

	private static final String DISCLOSED = "with recursive " + Sight.MINE
			+ " select exists (select 1 from linkage_node n where n.kind = :kind and n.id = :id and " + Sight.SEEN
			+ ")";

	private static final String FOUND = "with recursive " + Sight.MINE + """
			select n.kind, n.id, n.code, n.title, n.state, count(*) over () as total
			from linkage_node n
			where """ + " " + Sight.SEEN + """
			and (:kind::text is null or n.kind = :kind)
			and not exists (select 1 from unnest(:patterns::text[]) w where n.code not ilike w and n.title not ilike w)
			order by array_position(:chain::text[], n.kind), n.code, n.id limit :size offset :offset
			""";

	private final JdbcClient jdbc;

	Traces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(Ref ref, String code, String title, String state, boolean seen, List<String> origins) {
	}

	/**
	 * The lineage of one thing of the six kinds.
	 * @throws NotFound when there is no such thing, or the reader may not know of it
	 */
	@PreAuthorize("@linkagePermissions.mayTrace(#reader)")
	public Trace of(Person reader, Ref start) {
		List<Row> rows = Sight.bind(jdbc.sql(LINEAGE), reader)
			.param("kind", start.kind().slug())
			.param("id", start.id())
			.query(Traces::row)
			.stream()
			.sorted(Comparator.comparingInt((row) -> Trace.CHAIN.indexOf(row.ref().kind())))
			.toList();
		Map<Ref, TraceNode> nodes = nodes(rows);
		if (!nodes.containsKey(start) || !nodes.get(start).isDisclosed()) {
			throw NotFound.of(start.kind(), start.id());
		}
		return new Trace(nodes.get(start), List.copyOf(nodes.values()), edges(rows, nodes));
	}

	/** Whether the reader may know of this thing of the six kinds. */
	@PreAuthorize("@linkagePermissions.mayTrace(#reader)")
	public boolean discloses(Person reader, Ref thing) {
		return Sight.bind(jdbc.sql(DISCLOSED), reader)
			.param("kind", thing.kind().slug())
			.param("id", thing.id())
			.query(Boolean.class)
			.single();
	}

	/**
	 * What the reader may trace, in the order of the chain, page by page.
	 * @param words all of which stand in code or title; all things when blank
	 * @param kind all kinds when null
	 * @param page from 0
	 */
	@PreAuthorize("@linkagePermissions.mayTrace(#reader)")
	public TraceHits find(Person reader, String words, Kind kind, int page, int size) {
		long[] total = { 0 };
		List<TraceNode> nodes = Sight.bind(jdbc.sql(FOUND), reader)
			.param("kind", kind == null ? null : kind.slug())
			.param("patterns", Words.patterns(words))
			.param("chain", Trace.CHAIN.stream().map(Kind::slug).toArray(String[]::new))
			.param("size", size)
			.param("offset", (long) page * size)
			.query((row, index) -> {
				total[0] = row.getLong("total");
				return TraceNode.disclosed(ref(row), row.getString("code"), row.getString("title"),
						row.getString("state"));
			})
			.list();
		return new TraceHits(nodes, total[0]);
	}

	private static Map<Ref, TraceNode> nodes(List<Row> rows) {
		Map<Kind, Integer> undisclosed = new EnumMap<>(Kind.class);
		Map<Ref, TraceNode> nodes = new LinkedHashMap<>();
		for (Row row : rows) {
			Kind kind = row.ref().kind();
			nodes.put(row.ref(), row.seen() ? TraceNode.disclosed(row.ref(), row.code(), row.title(), row.state())
					: TraceNode.undisclosed(kind, undisclosed.merge(kind, 1, Integer::sum)));
		}
		return nodes;
	}

	private static List<TraceEdge> edges(List<Row> rows, Map<Ref, TraceNode> nodes) {
		List<TraceEdge> edges = new ArrayList<>();
		for (Row row : rows) {
			for (String origin : row.origins()) {
				String[] parts = origin.split(" ");
				TraceNode from = nodes.get(Ref.parse(parts[0]));
				if (from != null) {
					edges.add(new TraceEdge(from.ref(), nodes.get(row.ref()).ref(), parts[1]));
				}
			}
		}
		return edges;
	}

	private static Row row(ResultSet row, int index) throws SQLException {
		return new Row(ref(row), row.getString("code"), row.getString("title"), row.getString("state"),
				row.getBoolean("seen"), Arrays.asList((String[]) row.getArray("origins").getArray()));
	}

	private static Ref ref(ResultSet row) throws SQLException {
		return new Ref(Kind.ofSlug(row.getString("kind")), row.getLong("id"));
	}

}
