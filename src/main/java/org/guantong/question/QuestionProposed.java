package org.guantong.question;

/** An officer has put demands together into a question, to be worded and agreed on. */
public record QuestionProposed(long questionId) {
}
