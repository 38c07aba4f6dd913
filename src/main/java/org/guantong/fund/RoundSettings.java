package org.guantong.fund;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What an officer may set about a round in single values; each means what it means in
 * {@link Round}.
 *
 * @param title 1 to 100 characters
 * @param mostConsultations 1 to 20
 * @param wording each word once
 */
public record RoundSettings(String title, Instant demandDeadline, TimeLimits limits, QuotaDefaults quotas,
		PanelRules rules, int mostConsultations, List<String> wording) {

	/** Consultations about one question before the office is warned. */
	public static final int USUAL_CONSULTATIONS = 3;

	/** The word that is not that of basic research. */
	public static final List<String> USUAL_WORDING = List.of("开发");

	public RoundSettings {
		wording = List.copyOf(new LinkedHashSet<>(wording));
	}

	/** The settings most rounds begin with. */
	public static RoundSettings standard(String title, Instant demandDeadline) {
		return new RoundSettings(title, demandDeadline, TimeLimits.STANDARD, QuotaDefaults.STANDARD,
				PanelRules.STANDARD, USUAL_CONSULTATIONS, USUAL_WORDING);
	}

	public static RoundSettings of(Round round) {
		return new RoundSettings(round.title(), round.demandDeadline(), round.limits(), round.quotas(), round.rules(),
				round.mostConsultations(), round.wording());
	}

	public RoundSettings withDeadline(Instant deadline) {
		return new RoundSettings(title, deadline, limits, quotas, rules, mostConsultations, wording);
	}

	public RoundSettings withTitle(String other) {
		return new RoundSettings(other, demandDeadline, limits, quotas, rules, mostConsultations, wording);
	}

	public RoundSettings with(TimeLimits others) {
		return new RoundSettings(title, demandDeadline, others, quotas, rules, mostConsultations, wording);
	}

	public RoundSettings with(QuotaDefaults others) {
		return new RoundSettings(title, demandDeadline, limits, others, rules, mostConsultations, wording);
	}

	public RoundSettings with(PanelRules others) {
		return new RoundSettings(title, demandDeadline, limits, quotas, others, mostConsultations, wording);
	}

}
