package org.guantong.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;

import org.guantong.fund.Agreement;
import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.fund.FundService;
import org.guantong.fund.JointFund;
import org.guantong.fund.QuotaException;
import org.guantong.fund.Round;
import org.guantong.fund.RoundMailService;
import org.guantong.fund.RoundPlan;
import org.guantong.fund.RoundService;
import org.guantong.fund.RoundSettings;
import org.guantong.notification.LetterText;

/** One fund of each type, its agreements, and this year's round of each, opened. */
@ForDemonstration
@Order(2)
class DemoFunds implements DemoStage {

	private static final BigDecimal TEN_MILLION = BigDecimal.valueOf(10_000_000);

	/** Agreements run for five years, two of them past. */
	private static final int YEARS_BEFORE = 2;

	/** Words that are not those of basic research. */
	private static final List<String> WORDING = List.of("开发", "研制", "产业化");

	private static final int MOST_OF_THE_BIGGEST = 40;

	private final FundService funds;

	private final RoundService rounds;

	private final RoundMailService mails;

	private final Fields fields;

	private final Cast cast;

	private final Clock clock;

	private Round regional;

	private Round enterprise;

	private Round sector;

	DemoFunds(FundService funds, RoundService rounds, RoundMailService mails, Fields fields, Cast cast, Clock clock) {
		this.funds = funds;
		this.rounds = rounds;
		this.mails = mails;
		this.fields = fields;
		this.cast = cast;
		this.clock = clock;
	}

	@Override
	public String play() {
		regional = open("QY", "区域创新发展联合基金", JointFund.Type.REGIONAL,
				List.of("BIO", "ENV", "ENE", "MAT", "TRA", "INF", "MED"), 3, 21, "ln", "zj", "gd");
		enterprise = open("QI", "企业创新发展联合基金", JointFund.Type.ENTERPRISE, List.of("ENE", "MAT"), 4, 6, "sl", "yw");
		sector = open("HY", "水运与轨道运输行业联合基金", JointFund.Type.SECTOR, List.of("ENV", "TRA", "SEA"), 1, 30, "hk", "gj");
		rounds.copy(cast.officer(), enterprise.id(), enterprise.year() + 1, null);
		return "3 joint funds with 7 co-funders and one open round each, next year's of one begun";
	}

	/** The round that is played through all stages. */
	Round regional() {
		return regional;
	}

	/** A round whose demands are still being collected. */
	Round enterprise() {
		return enterprise;
	}

	/** Another such round. */
	Round sector() {
		return sector;
	}

	long field(String code) {
		return fields.findAll()
			.stream()
			.filter((field) -> field.code().equals(code))
			.map(Field::id)
			.findFirst()
			.orElseThrow();
	}

	private Round open(String code, String name, JointFund.Type type, List<String> fieldCodes, int ratio, int days,
			String... coFunders) {
		int year = LocalDate.now(clock).getYear();
		JointFund fund = funds.create(cast.officer(), code, name, type,
				fieldCodes.stream().map(this::field).collect(Collectors.toSet()));
		for (String coFunder : coFunders) {
			funds.agree(cast.officer(), new Agreement(null, 0, fund.id(), cast.organisation(coFunder).id(), TEN_MILLION,
					TEN_MILLION.multiply(BigDecimal.valueOf(ratio)), year - YEARS_BEFORE, year + YEARS_BEFORE));
		}
		Round round = rounds.create(cast.officer(), fund.id(), year,
				RoundSettings.standard(year + "年度" + name, clock.instant().plus(Duration.ofDays(days))));
		setUp(round, cast.organisation(coFunders[0]).id());
		return rounds.open(cast.officer(), round.id());
	}

	/**
	 * As an officer would: words to watch, one co-funder that may send more, own words.
	 */
	private void setUp(Round round, long biggest) {
		RoundPlan plan = rounds.plan(cast.officer(), round.id());
		RoundSettings settings = plan.settings();
		rounds.change(cast.officer(), round.id(), round.version(), new RoundPlan(
				new RoundSettings(settings.title(), settings.demandDeadline(), settings.limits(), settings.quotas(),
						settings.rules(), settings.mostConsultations(), WORDING),
				plan.fields(), plan.coFunders(),
				List.of(new QuotaException(QuotaException.Scope.CO_FUNDER, biggest, null, MOST_OF_THE_BIGGEST)),
				plan.criteria()));
		mails.write(cast.officer(), round.id(), "demand-reminder", Map.of(Locale.SIMPLIFIED_CHINESE,
				new LetterText("请抓紧报送需求：{轮次}", "{轮次}的需求征集于{截止时间}截止，贵单位目前有 {草稿数} 条草稿尚未提交。\n请于截止前由负责人完成审签。")));
	}

}
