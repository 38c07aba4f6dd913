package org.guantong.question;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for {@link QuestionService} to say. */
public interface ScientificQuestions extends ListCrudRepository<ScientificQuestion, Long> {

	Optional<ScientificQuestion> findByCode(String code);

	List<ScientificQuestion> findByRoundIdOrderByCode(long roundId);

	default ScientificQuestion require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.SCIENTIFIC_QUESTION, id));
	}

}
