package org.guantong.linkage;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class PortalTest {

	@Autowired
	private Portal portal;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private Person pi;

	private long round;

	private String word;

	@BeforeEach
	void aRound() {
		pi = given.person("不应出现的姓名", given.organisation("HOST", "大学"), Role.PI);
		round = given.round(given.fund(given.organisation("CO_FUNDER", "省厅")));
		word = "词" + given.number();
	}

	@Test
	void whoeverIsNotSignedInIsToldWhatThisIsForInBothLanguages() {
		long direction = given.direction(round, "MAT", word + "方向");
		Site.Reply page = site.browser().get("/");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.path()).isEqualTo("/");
		assertThat(page.body()).contains("让每一个需求都能看到下文", "<svg", "凝练与论证", "/login").doesNotContain("??");
		assertThat(site.browser().get("/?lang=en").body()).contains("Every need gets its answer", "Co-funders")
			.doesNotContain("??");
		assertThat(page("/public/directions/" + direction)).contains(word + "方向", "新材料与先进制造").doesNotContain("??");
	}

	@Test
	void whoeverIsSignedInComesToTheirInbox() {
		assertThat(site.browser(pi).get("/").path()).isEqualTo("/inbox");
	}

	@Test
	void publishedDirectionsAreFoundByWordsAndField() {
		given.direction(round, "MAT", word + "甲方向");
		given.direction(round, "MED", word + "乙方向");
		assertThat(page("/public/directions?q=" + encoded(word))).contains(word + "甲方向", word + "乙方向", "共 2 条");
		assertThat(page("/public/directions?field=MED&q=" + encoded(word))).contains(word + "乙方向", "共 1 条")
			.doesNotContain(word + "甲方向");
		assertThat(page("/public/directions?field=NONE")).contains("共 0 条");
		assertThat(page("/public/directions?q=%25")).as("no wildcards").contains("共 0 条");
	}

	@Test
	void aDraftDirectionIsNowhere() throws Exception {
		PublicCounts before = portal.counts();
		long found = portal.countDirections(PublicFilter.NONE);
		long draft = jdbc.sql("""
				insert into guide_direction (code, round_id, field_id, title) values (?, ?, ?, ?) returning id
				""").params("G" + given.number(), round, given.field("MAT"), word + "草稿").query(Long.class).single();

		assertThat(portal.counts()).isEqualTo(before);
		assertThat(portal.countDirections(PublicFilter.NONE)).isEqualTo(found);
		assertThat(portal.countDirections(filter(word, ""))).isZero();
		assertThat(portal.countDirections(filter("", "MAT")))
			.isEqualTo(portal.directions(filter("", "MAT"), 0, 10000).size());
		assertThat(portal.directions(PublicFilter.NONE, 0, 10000)).extracting(PublicDirection::id)
			.doesNotContain(draft);
		assertThat(page("/")).doesNotContain(word);
		assertThat(page("/public/directions?q=" + encoded(word))).doesNotContain(word + "草稿").contains("共 0 条");
		assertThat(site.browser().get("/public/directions/" + draft).status()).isEqualTo(404);
		assertThat(site.browser().get("/public/feed").body()).doesNotContain(word);
	}

	@Test
	void onlyRegisteredAchievementsAreShownAndNobodysName() {
		long project = given.project(given.direction(round, "MAT", word + "方向"), pi, word + "项目");
		given.achievement(project, word + "已登记成果");
		long reported = given.achievement(project, word + "未登记成果");
		jdbc.sql("update achievement set state = 'REPORTED' where id = ?").param(reported).update();
		long withheld = given.achievement(project, word + "暂不转化的成果");
		jdbc.sql("update achievement set intention = 'UNWILLING' where id = ?").param(withheld).update();
		assertThat(page("/public/achievements?q=" + encoded(word))).contains(word + "已登记成果", "共 1 条")
			.doesNotContain(word + "未登记成果", word + "暂不转化的成果", word + "项目", pi.name(), pi.organisationName(), "??");
	}

	@Test
	void theFeedIsAtomOfPublishedDirections() throws Exception {
		long direction = given.direction(round, "MAT", word + "<方向>&");
		Site.Reply feed = site.browser().get("/public/feed");
		assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
		Document xml = DocumentBuilderFactory.newDefaultInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)));
		assertThat(xml.getDocumentElement().getTagName()).isEqualTo("feed");
		for (String required : new String[] { "id", "title", "updated" }) {
			assertThat(xml.getDocumentElement().getElementsByTagName(required).getLength()).isPositive();
		}
		assertThat(feed.body()).contains("/public/directions/" + direction + "<", word + "&lt;方向&gt;&amp;");
	}

	@Test
	void theFeedOfManyDirectionsGoesOnToAnotherPage() {
		for (int i = 0; i < 51; i++) {
			given.direction(round, "MAT", word + "方向" + i);
		}
		String first = page("/public/feed?q=" + encoded(word));
		assertThat(first.split("<entry>")).hasSize(51);
		assertThat(first).contains("rel=\"next\"", "q=" + encoded(word) + "&amp;page=1");
		String second = page("/public/feed?page=1&q=" + encoded(word));
		assertThat(second.split("<entry>")).hasSize(2);
		assertThat(second).doesNotContain("rel=\"next\"");
	}

	private String page(String path) {
		Site.Reply reply = site.browser().get(path);
		assertThat(reply.status()).as(path).isEqualTo(200);
		return reply.body();
	}

	private static PublicFilter filter(String words, String field) {
		return new PublicFilter(words, field, null, null, "", "");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
