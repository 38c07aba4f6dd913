package org.guantong.demand;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.fund.RoundQuotas;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/**
 * Holds a co-funder to what the round allows it: in all, in each field, from one demand
 * side and from one contact person. The caller holds the lock on the co-funder's
 * collection, so nobody adds between counting and writing.
 */
@Component
public class DemandQuotas {

	private final RoundQuotas quotas;

	private final JdbcClient jdbc;

	DemandQuotas(RoundQuotas quotas, JdbcClient jdbc) {
		this.quotas = quotas;
		this.jdbc = jdbc;
	}

	/**
	 * What quotas say of demands to be added together, as with a list that was uploaded.
	 * @return for each of them, in the same order, its problems; empty lists where there
	 * is room
	 */
	public List<List<FieldProblem>> check(Round round, long coFunderId, List<DemandContent> added) {
		DemandTally tally = standing(round, coFunderId, -1);
		return added.stream().map((one) -> tally.add(CountedDemand.of(one))).toList();
	}

	/**
	 * Refuses one more demand where there is no room for it.
	 * @throws InvalidInput naming each field whose value is over its quota
	 */
	void requireRoom(Round round, long coFunderId, DemandContent added) {
		refuse(standing(round, coFunderId, -1).add(CountedDemand.of(added)));
	}

	/**
	 * Refuses a change that would take a demand where there is no room for it. What is
	 * over a quota already, and stays as it is, is no matter here.
	 */
	void requireRoom(Round round, Demand before, DemandContent changed) {
		CountedDemand now = CountedDemand.of(changed);
		if (!now.equals(CountedDemand.of(before.content()))) {
			refuse(standing(round, before.coFunderId(), before.id()).add(now)
				.stream()
				.filter((problem) -> !problem.field().isEmpty())
				.toList());
		}
	}

	/**
	 * Refuses to hand on more than the round allows, as after a quota was lowered.
	 * @throws InvalidInput with each quota that is exceeded, of the whole input
	 */
	public void requireWithin(Round round, long coFunderId) {
		List<FieldProblem> problems = new ArrayList<>();
		DemandTally tally = new DemandTally(quotas.of(round), coFunderId);
		counted(round.id(), coFunderId, -1).forEach((one) -> tally.add(one)
			.forEach((problem) -> problems.add(new FieldProblem("", problem.messageKey(), problem.arguments()))));
		refuse(problems.stream().distinct().toList());
	}

	private DemandTally standing(Round round, long coFunderId, long except) {
		DemandTally tally = new DemandTally(quotas.of(round), coFunderId);
		counted(round.id(), coFunderId, except).forEach(tally::add);
		return tally;
	}

	private List<CountedDemand> counted(long roundId, long coFunderId, long except) {
		return jdbc.sql("""
				select field_id, unit, contact_name from demand
				where round_id = :round and co_funder_id = :coFunder and id <> :except and state not in (:freed)
				order by id
				""")
			.param("round", roundId)
			.param("coFunder", coFunderId)
			.param("except", except)
			.param("freed", List.of("WITHDRAWN", "REJECTED"))
			.query((row, index) -> new CountedDemand(row.getLong("field_id"), row.getString("unit"),
					row.getString("contact_name")))
			.list();
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
