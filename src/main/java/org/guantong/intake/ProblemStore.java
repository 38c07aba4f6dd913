package org.guantong.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.stereotype.Component;

import org.guantong.shared.FieldProblem;

/** Problems as they are kept: keys and arguments, to be told in any language later. */
@Component
class ProblemStore {

	private final ObjectMapper json;

	ProblemStore(ObjectMapper json) {
		this.json = json;
	}

	private record Stored(int row, String field, String key, List<Object> arguments) {
	}

	String write(List<RowProblem> problems) {
		try {
			return json.writeValueAsString(problems.stream()
				.map((one) -> new Stored(one.row(), one.problem().field(), one.problem().messageKey(),
						one.problem().arguments()))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<RowProblem> read(String stored) {
		try {
			return Arrays.stream(json.readValue(stored, Stored[].class))
				.map((one) -> new RowProblem(one.row(), new FieldProblem(one.field(), one.key(), one.arguments())))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
