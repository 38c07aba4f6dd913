package org.guantong.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Demands with their duplicates marked by hand. Each field also has demands of the same
 * discipline, often on the same object, that are no duplicates.
 */
record GradedDemands(List<Demand> demands) {

	static GradedDemands read() {
		try (InputStream file = GradedDemands.class.getResourceAsStream("/matching/graded-demands.csv")) {
			String content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return new GradedDemands(content.lines().skip(1).map(Demand::parse).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Text> texts() {
		return this.demands.stream().map((demand) -> new Text(demand.id(), demand.text())).toList();
	}

	/** Pairs marked as saying the same, smaller id first. */
	Set<TextPair> duplicates() {
		Set<TextPair> pairs = new HashSet<>();
		for (Demand first : this.demands) {
			for (Demand second : this.demands) {
				if (first.id() < second.id() && first.duplicates(second)) {
					pairs.add(new TextPair(first.id(), second.id()));
				}
			}
		}
		return pairs;
	}

	/** Two texts, smaller id first. */
	record TextPair(long first, long second) {

		boolean touches(Set<Long> demands) {
			return demands.contains(first) || demands.contains(second);
		}

	}

	record Demand(long id, String field, String group, String name, String difficulties) {

		static Demand parse(String line) {
			String[] cells = line.split(",", -1);
			return new Demand(Long.parseLong(cells[0]), cells[1], cells[2], cells[3], cells[4]);
		}

		String text() {
			return this.name + "。" + this.difficulties;
		}

		boolean duplicates(Demand other) {
			return !this.group.isEmpty() && this.group.equals(other.group);
		}

	}

}
