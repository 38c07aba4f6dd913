package org.guantong.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;

/** The matchmaking events held so far. */
@Service
@Transactional
public class MatchmakingEvents {

	private static final int COLUMNS = 13;

	private static final int FIRST_FIGURE = 3;

	private static final int LAST_FIGURE = 10;

	private final JdbcClient jdbc;

	MatchmakingEvents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All events, newest first. */
	@PreAuthorize("@transferPermissions.mayAsk(#actor)")
	@Transactional(readOnly = true)
	public List<MatchmakingEvent> list(Person actor) {
		return jdbc.sql("select * from matchmaking_event order by held_in desc, id")
			.query(MatchmakingEvent.class)
			.list();
	}

	/**
	 * Takes in the published figures of {@code data/events.csv}; those already there stay
	 * as they are.
	 */
	@PreAuthorize("@transferPermissions.mayLoadEvents(#actor)")
	public void loadPublished(Person actor) {
		lines().stream().skip(1).filter((line) -> !line.isBlank()).forEach(this::add);
	}

	private void add(String line) {
		String[] cells = line.split(",", -1);
		if (cells.length != COLUMNS) {
			throw new IllegalStateException("data/events.csv: expected " + COLUMNS + " cells in: " + line);
		}
		Object[] values = new Object[COLUMNS];
		for (int i = 0; i < COLUMNS; i++) {
			boolean isFigure = i >= FIRST_FIGURE && i <= LAST_FIGURE;
			values[i] = cells[i].isEmpty() ? null : (isFigure ? (Object) Integer.valueOf(cells[i]) : cells[i]);
		}
		jdbc.sql(
				"""
						insert into matchmaking_event (held_in, region, title, experts, achievements, projects_shown, enterprises,
						    demands_collected, challenges_listed, in_talks, signed, note, note_en)
						values (?, ?, ?, ?::integer, ?::integer, ?::integer, ?::integer, ?::integer, ?::integer, ?::integer,
						    ?::integer, ?, ?)
						on conflict (held_in, title) do nothing
						""")
			.params(values)
			.update();
	}

	private static List<String> lines() {
		try {
			return new ClassPathResource("data/events.csv").getContentAsString(StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
