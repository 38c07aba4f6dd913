package org.guantong.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandFate;
import org.guantong.identity.Person;
import org.guantong.question.DemandOutcomes.Kind;
import org.guantong.question.DemandOutcomes.Outcome;

/** Says on a demand's page which question took it up, or why none does. */
@Component
class QuestionFate implements DemandFate {

	private final DemandOutcomes outcomes;

	private final ScientificQuestions questions;

	private final QuestionDemands sources;

	private final QuestionPermissions permissions;

	private final JdbcClient jdbc;

	QuestionFate(DemandOutcomes outcomes, ScientificQuestions questions, QuestionDemands sources,
			QuestionPermissions permissions, JdbcClient jdbc) {
		this.outcomes = outcomes;
		this.questions = questions;
		this.sources = sources;
		this.permissions = permissions;
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Note> of(Person reader, Demand demand) {
		if (demand.state() != Demand.State.ACCEPTED) {
			return Optional.empty();
		}
		Optional<Outcome> latest = outcomes.latest(demand.id());
		Instant since = latest.map(Outcome::decidedAt).orElse(null);
		Optional<Note> linked = sources.questionOf(demand.id())
			.map(questions::require)
			.map((question) -> linked(reader, question, since));
		Optional<Note> aside = jdbc.sql("select reason from demand_aside where demand_id = ?")
			.param(demand.id())
			.query(String.class)
			.optional()
			.map((reason) -> new Note("question.fate.aside", List.of(), null, reason, since));
		Optional<Note> waiting = latest.filter((one) -> one.kind() == Kind.WAITING)
			.map((one) -> new Note("question.fate.waiting", List.of(), null, one.reason(), since));
		return linked.or(() -> aside).or(() -> waiting);
	}

	private Note linked(Person reader, ScientificQuestion question, Instant since) {
		return new Note("question.fate.linked." + question.state(), List.of(question.code(), question.title()),
				permissions.mayRead(reader) ? "/questions/" + question.id() : null, "", since);
	}

}
