package org.guantong.notification;

import java.time.Clock;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;

/** Lets people choose when ordinary notices reach them. */
@Service
public class PreferenceService {

	private final Preferences preferences;

	private final Outbox outbox;

	private final Clock clock;

	PreferenceService(Preferences preferences, Outbox outbox, Clock clock) {
		this.preferences = preferences;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** What the person has chosen. */
	@PreAuthorize("@notificationPermissions.mayChooseOwnDelivery(#actor)")
	@Transactional(readOnly = true)
	public Delivery chosenBy(Person actor) {
		return preferences.of(actor.id());
	}

	/**
	 * Chooses for the person themselves. Going back to immediate delivery sends what was
	 * held so far.
	 */
	@PreAuthorize("@notificationPermissions.mayChooseOwnDelivery(#actor)")
	@Transactional
	public void choose(Person actor, Delivery delivery) {
		preferences.choose(actor.id(), delivery);
		if (delivery == Delivery.IMMEDIATE) {
			outbox.release(actor.id(), clock.instant());
		}
	}

}
