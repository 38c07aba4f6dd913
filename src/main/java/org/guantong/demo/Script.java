package org.guantong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.core.io.ClassPathResource;

import org.guantong.identity.OrganisationKind;
import org.guantong.identity.Role;

/**
 * What the demonstration is made of: the files in {@code resources/demo}. They hold no
 * dates; those are counted from today.
 */
@ForDemonstration
class Script {

	private final ObjectMapper mapper = new ObjectMapper();

	/** An organisation under the key by which the other files name it. */
	record Body(String key, String name, OrganisationKind kind, String region, String creditCode) {
	}

	/** Somebody with an account; codes and keywords of experts only. */
	record Someone(String username, String name, String organisation, Set<Role> roles, List<String> codes,
			List<String> keywords) {
	}

	/**
	 * A demand.
	 *
	 * @param question key of the question that takes it up, null for none
	 * @param aside why no question takes it up
	 * @param reject why the officer refuses it
	 * @param returned whether it is sent back once
	 */
	record Need(String question, String aside, String reject, boolean returned, String coFunder, String field,
			String title, String unit, String link, String background, String gap, String difficulties,
			List<List<String>> indicators, String ask, String code, int months, BigDecimal investment, String scenario,
			String urgency, String contact) {
	}

	/**
	 * A scientific question; stage null when it is agreed.
	 *
	 * @param reworded its second wording, null where the first stands
	 * @param reply what the office says to the objection
	 */
	record Question(String key, String title, String statement, String stage, String objector, String objection,
			String reworded, String reply, String reason) {
	}

	/** A guide direction and how far it is played. */
	record Direction(String key, List<String> questions, String title, List<String> codes, String category, String text,
			String use, String stage) {
	}

	/** A project, amounts in 万元, and how far its checks are played. */
	record Grant(String key, String direction, String title, String pi, int began, String category,
			Map<String, BigDecimal> budget, Map<String, BigDecimal> spent, List<Mark> milestones, String midterm,
			String closure) {
	}

	/** A milestone so many months after the beginning, with its one indicator. */
	record Mark(int month, String title, String name, String baseline, String target, String unit, String actual) {
	}

	/** A final report; opinion null until the host gives one. */
	record Report(String project, String summary, String opinion, List<Map<String, Object>> achievements) {
	}

	/** The way of an achievement to a demand side, amounts in 元. */
	record Way(String achievement, String demandSide, String need, String mode, String reply, String funding,
			BigDecimal support, BigDecimal first, Map<String, Object> contract, String number, List<String> reports,
			String stop, String effect, String stage) {
	}

	List<Body> organisations() {
		return list("organisations", Body.class);
	}

	List<Someone> people() {
		return list("people", Someone.class);
	}

	/**
	 * @param file ln, zj, gd or other
	 */
	List<Need> demands(String file) {
		return list("demands-" + file, Need.class);
	}

	List<Question> questions() {
		return list("questions", Question.class);
	}

	List<Direction> directions() {
		return list("directions", Direction.class);
	}

	List<Grant> projects() {
		return list("projects", Grant.class);
	}

	List<Report> closures() {
		return list("closures", Report.class);
	}

	List<Way> transfers() {
		return list("transfers", Way.class);
	}

	/** Sentences by occasion. */
	Map<String, List<String>> words() {
		return mapper.convertValue(load("words"),
				mapper.getTypeFactory()
					.constructMapType(Map.class, mapper.constructType(String.class),
							mapper.getTypeFactory().constructCollectionType(List.class, String.class)));
	}

	private <T> List<T> list(String file, Class<T> type) {
		return mapper.convertValue(load(file), mapper.getTypeFactory().constructCollectionType(List.class, type));
	}

	private static Object load(String file) {
		try (InputStream stream = new ClassPathResource("demo/" + file + ".yml").getInputStream()) {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
