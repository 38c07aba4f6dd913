package org.guantong.achievement;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.Site.Browser;
import org.guantong.testing.Site.Reply;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class AchievementPagesTest {

	@Autowired
	private Site site;

	@Autowired
	private Given given;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Engine engine;

	@Autowired
	private Achievements achievements;

	@Autowired
	private JdbcClient jdbc;

	private ClosureFixture the;

	private Person stranger;

	@BeforeEach
	void aProjectToClose() {
		the = new ClosureFixture(given, inbox, tasks);
		stranger = given.person("外人", given.organisation("DEMAND_SIDE", "别的企业"), Role.DEMAND_SIDE);
	}

	@Test
	void anOfficerOpensAClosureOnItsPageAndIsToldWhatIsWrongWithTheDate() {
		Browser browser = site.browser(the.officer);
		assertThat(browser.get("/closures/new?projectId=" + the.project).body()).contains("高温合金叶片损伤演化机理");

		Reply refused = browser.post("/closures", Map.of("projectId", "" + the.project, "dueOn", "2020-01-01"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("请填写今天或以后的日期。", "value=\"2020-01-01\"");
		Reply opened = browser.post("/closures",
				Map.of("projectId", "" + the.project, "dueOn", LocalDate.now().plusDays(20).toString()));
		assertThat(opened.path()).matches("/closures/\\d+");
		assertThat(opened.body()).contains("待提交报告", "项目负责人尚未提交结题报告。");
		assertThat(site.browser(stranger).get("/achievements").body()).doesNotContain("/closures/new");
		assertThat(browser
			.post("/closures", Map.of("projectId", "" + the.project, "dueOn", LocalDate.now().plusDays(20).toString()))
			.status()).isEqualTo(409);
	}

	@Test
	void aClosureIsDrivenOverTheApiAndShownToThoseConcernedOnly() {
		long closure = site.api(the.officer)
			.post("/api/projects/" + the.project + "/closures",
					Map.of("dueOn", LocalDate.now().plusDays(20).toString()))
			.json()
			.get("id")
			.asLong();
		Ref subject = new Ref(Kind.CLOSURE, closure);
		complete(the.pi, subject, "submitFinalReport", ClosureFixture.report());
		complete(the.hostAdmin, subject, "endorseClosure", ClosureFixture.endorsed());
		complete(the.officer, subject, "assignClosureExperts", the.named(the.experts));
		the.experts.forEach((one) -> complete(one, subject, "reviewClosure", ClosureFixture.review("PASS")));
		engine.settle();
		complete(the.officer, subject, "concludeClosure", Map.of("verdict", "ACCEPT", "remarks", "同意结题。"));

		assertThat(site.api(the.pi).get("/api/closures/" + closure).json().get("state").asText()).isEqualTo("ACCEPTED");
		assertThat(site.api(stranger).get("/api/closures/" + closure).status()).isEqualTo(404);
		assertThat(site.browser(stranger).get("/closures/" + closure).status()).isEqualTo(404);
		assertThat(site.browser(the.pi).get("/closures/" + closure).body())
			.contains("通过结题", "叶片寿命预测软件", "790,000.00", "预测误差")
			.doesNotContain("专家0", "完成了任务书规定的全部研究内容。");
		assertThat(site.browser(the.officer).get("/closures/" + closure + "?lang=en").body())
			.contains("Project closure", "Accepted", "专家0", "Reviews (seen by the office only)");

		Achievement software = achievements.findByClosureIdOrderById(closure).get(0);
		assertThat(site.browser(the.officer).get("/cases?kind=closure&id=" + closure).body())
			.as("who was invited is named, not numbered")
			.containsPattern("(?s)评议专家.{0,200}专家0");
		assertThat(site.browser(the.pi).get("/cases?kind=closure&id=" + closure).body()).doesNotContain("专家0");
		assertThat(site.browser(stranger).get("/achievements/" + software.id()).body())
			.as("no link to a project they may not see")
			.doesNotContain("/projects/" + the.project);
		assertThat(site.browser(the.pi).get("/achievements/" + software.id()).body())
			.contains("/projects/" + the.project);
		Browser browser = site.browser(stranger);
		assertThat(browser.get("/achievements/" + software.id()).body()).contains(software.code(), "下游 · 推向企业",
				"直接推向企业", "表达对接意向", "8 完成与认证");
		assertThat(browser.get("/achievements?text=" + software.code() + "&achievementClass=DOWNSTREAM&trl=8").body())
			.contains("叶片寿命预测软件")
			.doesNotContain("没有符合条件的成果");
		assertThat(browser.get("/achievements?text=" + software.code() + "&trl=7").body()).contains("没有符合条件的成果");
		assertThat(browser.get("/achievements?lang=en").body()).contains("Achievements", "Downstream");
		Site.Api api = site.api(stranger);
		assertThat(api.get("/api/achievements?form=SOFTWARE&intention=WILLING&text=" + software.code())
			.json()
			.get("total")
			.asInt()).isEqualTo(1);
		assertThat(api.get("/api/achievements/" + software.id()).json().get("keywords").size()).isEqualTo(3);
	}

	@Test
	void whatIsOnlyReportedIsSeenByThoseOfItsProjectOnly() {
		long achievement = given.achievement(the.project, "未登记成果");
		jdbc.sql("update achievement set state = 'REPORTED' where id = ?").param(achievement).update();

		assertThat(site.browser(stranger).get("/achievements/" + achievement).status()).isEqualTo(404);
		assertThat(site.browser(the.pi).get("/achievements/" + achievement).body()).contains("未登记成果", "已申报");
		assertThat(site.api(the.pi)
			.post("/api/projects/" + the.project + "/closures", Map.of("dueOn", "2099-01-01"))
			.status()).isEqualTo(403);
		assertThat(site.api(the.officer)
			.post("/api/projects/" + the.project + "/closures", Map.of())
			.json()
			.get("errors")
			.get(0)
			.get("field")
			.asText()).isEqualTo("dueOn");
		assertThat(site.browser(stranger).get("/achievements/999999999").status()).isEqualTo(404);
	}

	private void complete(Person person, Ref subject, String step, Map<String, Object> form) {
		Reply reply = site.api(person).post("/api/tasks/" + the.task(person, subject, step).id() + "/complete", form);
		assertThat(reply.status()).as(reply.body()).isEqualTo(200);
	}

}
