package org.guantong.achievement;

import java.time.Clock;
import java.time.Year;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out registration numbers of 12 characters (domain, section 5): 3 for the region,
 * 4 for the year, Y, 4 for the serial, e.g. {@code 2102026Y0001}. The region is written
 * as the first three digits of its code in GB/T 2260, national bodies as 000.
 */
@Component
public class RegistrationNumbers {

	private static final String NATIONAL = "000";

	private static final Map<String, String> REGIONS = Map.ofEntries(Map.entry("北京", "110"), Map.entry("天津", "120"),
			Map.entry("河北", "130"), Map.entry("山西", "140"), Map.entry("内蒙古", "150"), Map.entry("辽宁", "210"),
			Map.entry("吉林", "220"), Map.entry("黑龙江", "230"), Map.entry("上海", "310"), Map.entry("江苏", "320"),
			Map.entry("浙江", "330"), Map.entry("安徽", "340"), Map.entry("福建", "350"), Map.entry("江西", "360"),
			Map.entry("山东", "370"), Map.entry("河南", "410"), Map.entry("湖北", "420"), Map.entry("湖南", "430"),
			Map.entry("广东", "440"), Map.entry("广西", "450"), Map.entry("海南", "460"), Map.entry("重庆", "500"),
			Map.entry("四川", "510"), Map.entry("贵州", "520"), Map.entry("云南", "530"), Map.entry("西藏", "540"),
			Map.entry("陕西", "610"), Map.entry("甘肃", "620"), Map.entry("青海", "630"), Map.entry("宁夏", "640"),
			Map.entry("新疆", "650"));

	private final JdbcClient jdbc;

	private final Clock clock;

	RegistrationNumbers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The next number of that region this year. Whoever asks meanwhile waits until the
	 * caller's transaction ends, so that no number is given twice and none is lost.
	 * @param region short name of the host's region, null for national bodies
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String next(String region) {
		String prefix = (region != null) ? REGIONS.getOrDefault(region, NATIONAL) : NATIONAL;
		int year = Year.now(clock).getValue();
		int serial = jdbc.sql("""
				insert into registration_serial (region, year, last) values (?, ?, 1)
				on conflict (region, year) do update set last = registration_serial.last + 1
				returning last
				""").params(prefix, year).query(Integer.class).single();
		return "%s%dY%04d".formatted(prefix, year, serial);
	}

}
