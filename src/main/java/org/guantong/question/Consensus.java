package org.guantong.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.question.ConsultationAnswer.Opinion;

/**
 * How near a question is to everybody's consent. Who agreed to a wording is not asked
 * about it again; who objected, was silent, or agreed to another wording is.
 */
@Component
public class Consensus {

	private final QuestionDemands sources;

	private final Consultations consultations;

	Consensus(QuestionDemands sources, Consultations consultations) {
		this.sources = sources;
		this.consultations = consultations;
	}

	/** Where one co-funder stands with one question. */
	public enum Stand {

		/** 已同意 the wording that holds */
		CONSENTS,
		/** 有异议 */
		OBJECTS,
		/** 未答复 in time */
		SILENT,
		/** 待答复 */
		ASKED,
		/** 待会商: the wording it will be asked about is still being made */
		NOT_ASKED

	}

	/**
	 * One co-funder concerned and where it stands; {@code latest} is null before it
	 * spoke.
	 */
	public record Position(long coFunderId, String coFunderName, Stand stand, ConsultationAnswer latest) {
	}

	/** Where the co-funders concerned stand, by name. */
	public List<Position> of(ScientificQuestion question) {
		Map<Long, ConsultationAnswer> latest = consultations.latest(question.id());
		List<Position> positions = new ArrayList<>();
		sources.coFunderNames(question.id())
			.forEach((id, name) -> positions
				.add(new Position(id, name, stand(question, latest.get(id)), latest.get(id))));
		return positions;
	}

	/** Whether nobody objects and everybody has agreed, or their silence was accepted. */
	boolean isReached(ScientificQuestion question) {
		return of(question).stream().allMatch((one) -> one.stand() == Stand.CONSENTS);
	}

	/** Whose answer to the present wording is wanted, ascending by id. */
	List<Long> toAsk(ScientificQuestion question) {
		return of(question).stream()
			.filter((one) -> one.stand() != Stand.CONSENTS && one.stand() != Stand.OBJECTS)
			.map(Position::coFunderId)
			.sorted()
			.toList();
	}

	private static Stand stand(ScientificQuestion question, ConsultationAnswer latest) {
		if (latest != null && consents(question, latest)) {
			return Stand.CONSENTS;
		}
		if (latest != null && latest.objectsIn(question.consultationNumber())) {
			return Stand.OBJECTS;
		}
		if (latest != null && latest.opinion() == Opinion.SILENT
				&& latest.consultationNumber() == question.consultationNumber() && !question.askAgain()) {
			return Stand.SILENT;
		}
		return question.state() == ScientificQuestion.State.CONSULTING ? Stand.ASKED : Stand.NOT_ASKED;
	}

	private static boolean consents(ScientificQuestion question, ConsultationAnswer latest) {
		return latest.consentsTo(question.textNumber()) || (latest.opinion() == Opinion.SILENT
				&& question.silenceAccepted() && latest.textNumber() == question.textNumber());
	}

}
