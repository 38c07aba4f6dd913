package org.guantong.demand;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A demand as quotas count it. Names are compared without regard to spaces, case and the
 * width of characters.
 *
 * @param unit of the demand side; empty when not told, and then not counted
 * @param person contact of the demand side; empty when not told, and then not counted
 */
record CountedDemand(long fieldId, String unit, String person) {

	CountedDemand {
		unit = plain(unit);
		person = plain(person);
	}

	static CountedDemand of(DemandContent content) {
		return new CountedDemand(content.fieldId(), content.unit(), content.contactName());
	}

	private static String plain(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
	}

}
