package org.guantong.project.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * How grants are paid out unless the office plans otherwise; data, edited by the office.
 */
@Service
@Transactional
public class PaymentShares {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private static final int MOST = 12;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	PaymentShares(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** The steps in their order; they add up to a hundred per cent. */
	@PreAuthorize("@paymentPermissions.mayList(#actor)")
	@Transactional(readOnly = true)
	public List<PaymentShare> all(Person actor) {
		return all();
	}

	List<PaymentShare> all() {
		return jdbc.sql("select share, after_months, condition from payment_share order by position")
			.query((row, index) -> new PaymentShare(row.getBigDecimal("share"), row.getInt("after_months"),
					row.getString("condition")))
			.list();
	}

	/**
	 * Puts other steps in their place; plans that exist stay as they are.
	 * @throws InvalidInput naming every field that cannot be taken, as
	 * {@code [row].field}, the sum as {@code sum}
	 */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	public void set(Person actor, List<PaymentShare> wanted) {
		List<FieldProblem> problems = problems(wanted);
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		jdbc.sql("delete from payment_share").update();
		for (int row = 0; row < wanted.size(); row++) {
			PaymentShare one = wanted.get(row);
			jdbc.sql("insert into payment_share (position, share, after_months, condition) values (?, ?, ?, ?)")
				.params(row + 1, one.share(), one.afterMonths(), one.condition())
				.update();
		}
		audit.record(actor, "payment.shares-set", new Ref(Kind.GRANT_CATEGORY, 0), wanted.toString());
	}

	private static List<FieldProblem> problems(List<PaymentShare> wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		BigDecimal sum = BigDecimal.ZERO;
		for (int row = 0; row < wanted.size(); row++) {
			PaymentShare one = wanted.get(row);
			String at = "[" + row + "].";
			if (one.share() == null || one.share().signum() <= 0 || one.share().stripTrailingZeros().scale() > 2) {
				problems.add(FieldProblem.of(at + "share", "payment.invalid.share"));
			}
			else {
				sum = sum.add(one.share());
			}
			if (one.afterMonths() < 0 || one.afterMonths() > 120) {
				problems.add(FieldProblem.of(at + "afterMonths", "payment.invalid.afterMonths"));
			}
			if (!Set.of("NONE", "MIDTERM").contains(String.valueOf(one.condition()))) {
				problems.add(FieldProblem.of(at + "condition", "payment.invalid.condition"));
			}
		}
		if (sum.compareTo(WHOLE) != 0 || wanted.size() > MOST) {
			problems.add(FieldProblem.of("sum", "payment.invalid.whole", sum.toPlainString(), MOST));
		}
		return problems;
	}

}
