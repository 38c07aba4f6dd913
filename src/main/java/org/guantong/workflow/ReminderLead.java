package org.guantong.workflow;

import java.time.Duration;
import java.util.Optional;

import org.guantong.shared.Ref;

/**
 * How long before a task is due those concerned are reminded, where the step itself says
 * nothing. The engine declares this, whoever keeps such settings answers.
 */
public interface ReminderLead {

	/** The lead for tasks of cases about that thing; empty where nothing is set. */
	Optional<Duration> of(Ref subject);

}
