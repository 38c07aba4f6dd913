package org.guantong.project.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.project.Project;
import org.guantong.project.ProjectSight;

/**
 * What a plan looks like by the office's default shares, each step split between the
 * funder and the co-funders concerned by their agreements of the round's year.
 */
@Component
class PlanProposal {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private final JdbcClient jdbc;

	private final PaymentShares shares;

	private final ProjectSight sight;

	PlanProposal(JdbcClient jdbc, PaymentShares shares, ProjectSight sight) {
		this.jdbc = jdbc;
		this.shares = shares;
		this.sight = sight;
	}

	/**
	 * Who may pay for a project: the funder and every co-funder of its round, by name.
	 */
	Map<Long, String> payers(Project project) {
		Map<Long, String> found = new LinkedHashMap<>();
		jdbc.sql("""
				select o.id, o.name from organisation o where o.kind = 'FUNDER' or o.id in (
				  select rc.co_funder_id from round_co_funder rc join guide_direction d on d.round_id = rc.round_id
				  where d.id = ?) order by o.kind desc, o.id
				""").param(project.directionId()).query((row) -> {
			found.put(row.getLong("id"), row.getString("name"));
		});
		return found;
	}

	/**
	 * @param whole in 元, what is to be paid in all
	 */
	List<NewInstalment> of(Project project, BigDecimal whole) {
		Map<Long, BigDecimal> weights = weights(project);
		if (weights.isEmpty() || whole.signum() <= 0) {
			return List.of();
		}
		Set<Long> all = weights.keySet();
		BigDecimal weight = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		List<NewInstalment> plan = new ArrayList<>();
		Map<Long, BigDecimal> left = all.stream()
			.collect(Collectors.toMap((payer) -> payer,
					(payer) -> whole.multiply(weights.get(payer)).divide(weight, 2, RoundingMode.DOWN)));
		settleRest(left, whole);
		Map<Long, BigDecimal> total = Map.copyOf(left);
		List<PaymentShare> steps = shares.all();
		for (int step = 0; step < steps.size(); step++) {
			PaymentShare share = steps.get(step);
			boolean last = step == steps.size() - 1;
			for (Long payer : all) {
				BigDecimal amount = last ? left.get(payer)
						: total.get(payer).multiply(share.share()).divide(WHOLE, 2, RoundingMode.HALF_UP);
				left.merge(payer, amount.negate(), BigDecimal::add);
				if (amount.signum() > 0) {
					plan.add(new NewInstalment(payer, amount, project.startsOn().plusMonths(share.afterMonths()),
							share.condition(), null));
				}
			}
		}
		return plan;
	}

	/** The cents that rounding down left over go to the first payer. */
	private static void settleRest(Map<Long, BigDecimal> left, BigDecimal whole) {
		BigDecimal sum = left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		left.merge(left.keySet().iterator().next(), whole.subtract(sum), BigDecimal::add);
	}

	/**
	 * Who pays, in the proportion of what the agreements say; the funder alone without
	 * one.
	 */
	private Map<Long, BigDecimal> weights(Project project) {
		Map<Long, BigDecimal> found = new LinkedHashMap<>();
		Optional<Long> funder = jdbc.sql("select min(id) from organisation where kind = 'FUNDER'")
			.query(Long.class)
			.optional();
		BigDecimal ofFunder = BigDecimal.ZERO;
		for (Long coFunder : sight.coFundersOf(project)) {
			BigDecimal[] amounts = agreed(project, coFunder);
			ofFunder = ofFunder.add(amounts[0]);
			if (amounts[1].signum() > 0) {
				found.put(coFunder, amounts[1]);
			}
		}
		if (ofFunder.signum() > 0 || found.isEmpty()) {
			BigDecimal weight = ofFunder.max(BigDecimal.ONE);
			funder.ifPresent((id) -> found.put(id, weight));
		}
		return found;
	}

	private BigDecimal[] agreed(Project project, long coFunder) {
		return jdbc.sql("""
				select a.funder_amount, a.co_funder_amount from agreement a join round r on r.fund_id = a.fund_id
				join guide_direction d on d.round_id = r.id
				where d.id = :direction and a.co_funder_id = :coFunder and r.year between a.first_year and a.last_year
				order by a.first_year desc limit 1
				""")
			.param("direction", project.directionId())
			.param("coFunder", coFunder)
			.query((row, index) -> new BigDecimal[] { row.getBigDecimal(1), row.getBigDecimal(2) })
			.optional()
			.orElse(new BigDecimal[] { BigDecimal.ZERO, BigDecimal.ZERO });
	}

}
