package org.guantong.fund;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in a line what differs between two plans of a round, for the record. */
final class RoundDifference {

	private RoundDifference() {
	}

	/** E.g. {@code reviewDays: 14 → 21; criteria changed}; empty when nothing differs. */
	static String of(RoundPlan before, RoundPlan after) {
		List<String> found = new ArrayList<>();
		values(before.settings(), after.settings(), found);
		named("fields", before.fields(), after.fields(), found);
		named("co-funders", before.coFunders(), after.coFunders(), found);
		named("exceptions to quotas", before.exceptions(), after.exceptions(), found);
		named("criteria", before.criteria(), after.criteria(), found);
		return String.join("; ", found);
	}

	private static void named(String what, Object before, Object after, List<String> found) {
		if (!before.equals(after)) {
			found.add(what + " changed");
		}
	}

	private static void values(Object before, Object after, List<String> found) {
		for (RecordComponent one : before.getClass().getRecordComponents()) {
			Object was = read(one, before);
			Object now = read(one, after);
			if (was instanceof Record) {
				values(was, now, found);
			}
			else if (!same(was, now)) {
				found.add(one.getName() + ": " + was + " → " + now);
			}
		}
	}

	private static boolean same(Object was, Object now) {
		return was instanceof BigDecimal one && now instanceof BigDecimal other ? one.compareTo(other) == 0
				: Objects.equals(was, now);
	}

	private static Object read(RecordComponent component, Object record) {
		try {
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
