package org.guantong.transfer.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import org.guantong.shared.InvalidInput;
import org.guantong.transfer.process.TransferFile.Stage;
import org.guantong.workflow.FormData;

/** Rules of a transfer that a form file cannot say (domain, section 6). */
@Component
class TransferRules {

	private static final int FEWEST_EXPERTS = 5;

	private static final BigDecimal FIRST_SHARE = new BigDecimal("0.6");

	private final Clock clock;

	TransferRules(Clock clock) {
		this.clock = clock;
	}

	/** G1 takes five experts at least. */
	void enoughExperts(FormData form) {
		if (form.choices("experts").stream().distinct().count() < FEWEST_EXPERTS) {
			throw InvalidInput.of("experts", "transfer.experts.few", FEWEST_EXPERTS);
		}
	}

	/**
	 * The first payment is 60 % at least and not more than all; stages follow each other.
	 */
	void funding(FormData form) {
		BigDecimal total = form.number("supportAmount");
		BigDecimal first = form.number("firstPayment");
		if (total != null && first != null
				&& (first.compareTo(total.multiply(FIRST_SHARE)) < 0 || first.compareTo(total) > 0)) {
			throw InvalidInput.of("firstPayment", "transfer.firstPayment.share");
		}
		LocalDate before = LocalDate.now(clock);
		for (String field : new String[] { "g2On", "g3On", "g4On" }) {
			LocalDate planned = form.date(field);
			if (planned != null && !planned.isAfter(before)) {
				throw InvalidInput.of(field, "transfer.plan.order");
			}
			before = (planned != null) ? planned : before;
		}
	}

	/** Nothing is signed in the future. */
	void signedByNow(FormData form) {
		if (form.date("signedOn").isAfter(LocalDate.now(clock))) {
			throw InvalidInput.of("signedOn", "transfer.signedOn.future");
		}
	}

	/** A stage is put off once in an incubation, by a year at most. */
	void extension(FormData form, Stage stage, boolean extendedBefore) {
		LocalDate until = form.date("extendedUntil");
		if (!form.text("decision").equals("HOLD")) {
			return;
		}
		if (extendedBefore) {
			throw InvalidInput.of("decision", "transfer.hold.once");
		}
		if (!until.isAfter(stage.plannedOn()) || until.isAfter(stage.plannedOn().plusYears(1))
				|| until.isBefore(LocalDate.now(clock))) {
			throw InvalidInput.of("extendedUntil", "transfer.hold.range", stage.plannedOn().toString(),
					stage.plannedOn().plusYears(1).toString());
		}
	}

}
