package org.guantong.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.demand.NeedsTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of a round with as many demands as a province brought in: 661. Prints how long
 * the comparison takes once, and the page each time after.
 */
@Tag("trust")
class DistillationAtScaleTest extends NeedsTest {

	private static final int DEMANDS = 661;

	@Autowired
	private DistillationService distillation;

	@Autowired
	private Site site;

	@Test
	void sixHundredAndSixtyOneDemandsAreGroupedAndPaged() throws IOException {
		List<CSVRecord> topics = topics();
		for (int i = 0; i < DEMANDS; i++) {
			CSVRecord topic = topics.get(i % topics.size());
			long demand = given.demand(round.id(), i % 2 == 0 ? contact : otherContact, topic.get("field"),
					topic.get("object") + "的" + topic.get("phenomenon").substring(0, 2) + "研究" + i);
			jdbc.sql("update demand set difficulties = ?, gap = ? where id = ?")
				.params(topic.get("object") + "在" + topic.get("scene") + "条件下，" + topic.get("phenomenon")
						+ "的关键因素不清，难以预测和调控" + topic.get("indicator") + "。", "第 " + i + " 家单位仍靠人工经验，偏差大。", demand)
				.update();
		}
		String page = "/rounds/" + round.id() + "/distillation";
		Site.Browser browser = site.browser(officer);

		Site.Reply first = timed("the page while the demands are compared", () -> browser.get(page));
		assertThat(first.status()).isEqualTo(200);
		JsonNode all = timed("all 661 compared and grouped, once", () -> site.api(officer).get("/api" + page).json());
		assertThat(all.get("ready").asBoolean()).isTrue();
		assertThat(all.get("groups").size()).isGreaterThanOrEqualTo(40);
		Site.Reply again = timed("the page after", () -> browser.get(page));
		assertThat(again.body()).contains("建议 1", "建议 8", "已归结 0 / 661").doesNotContain("正在比对", "??");
		timed("a filtered page", () -> browser.get(page + "?field=" + given.field("MAT")));
		timed("the single demands", () -> browser.get(page + "?view=SINGLE"));
		long one = all.get("groups").get(0).get("demands").get(0).get("id").asLong();
		long other = all.get("groups").get(0).get("demands").get(1).get("id").asLong();
		timed("two side by side", () -> browser.get(page + "/compare?demandIds=" + one + "&demandIds=" + other));
		browser.post("/rounds/" + round.id() + "/questions", Map.of("title", "一个科学问题", "demandIds", one + "," + other));
		distillation.keepApart(officer, round.id(),
				List.of(all.get("groups").get(1).get("demands").get(0).get("id").asLong(),
						all.get("groups").get(1).get("demands").get(1).get("id").asLong()),
				"不是一回事");
		Site.Reply settled = timed("the page after two were merged and two kept apart", () -> browser.get(page));
		assertThat(settled.body()).contains("已归结 2 / 661").doesNotContain("正在比对");
	}

	private static List<CSVRecord> topics() throws IOException {
		try (InputStream in = DistillationAtScaleTest.class.getResourceAsStream("/scale/topics.csv");
				Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
		}
	}

	private static <T> T timed(String what, Supplier<T> deed) {
		long start = System.nanoTime();
		T done = deed.get();
		System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
		return done;
	}

}
