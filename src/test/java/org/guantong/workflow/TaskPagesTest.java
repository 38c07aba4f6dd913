package org.guantong.workflow;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** A task over HTTP: nothing typed is lost, nothing sent twice counts twice. */
class TaskPagesTest extends ErrandTest {

	@Autowired
	Site site;

	@Test
	void fromTheInboxOverTheCheckPageToTheResultPage() {
		start();
		Site.Browser browser = site.browser(planner);
		assertThat(browser.get("/inbox").body()).contains("拟定计划", subject.title());
		assertThat(browser.get("/inbox?lang=en").body()).contains("Plan the errand");
		browser.get("/inbox?lang=zh");

		Site.Reply task = browser.get(path());
		assertThat(task.body()).contains("一箱茶叶", "路线");
		Site.Reply check = browser.post(path(), form("过桥直走", "0"));

		assertThat(check.path()).isEqualTo(path() + "/check");
		assertThat(check.body()).contains("核对后提交", "过桥直走");
		assertThat(errands.effects(errand)).as("nothing is done before it is confirmed").isEmpty();

		Site.Reply done = browser.post(path() + "/complete", Map.of("_version", "1"));

		assertThat(done.path()).isEqualTo(path() + "/done");
		assertThat(done.body()).contains("已提交", "采购物品", runner.name(), "等待：专家").doesNotContain(inspector.name());
		assertThat(errands.effects(errand)).containsExactly("plan");
	}

	@Test
	void submittingTheCheckedAnswersTwiceEndsOnTheSamePageWithOneEffect() {
		start();
		Site.Browser browser = site.browser(planner);
		browser.get(path());
		browser.post(path(), form("过桥直走", "0"));

		Site.Reply first = browser.post(path() + "/complete", Map.of("_version", "1"));
		Site.Reply second = browser.post(path() + "/complete", Map.of("_version", "1"));

		assertThat(second.status()).isEqualTo(200);
		assertThat(second.path()).isEqualTo(first.path()).isEqualTo(path() + "/done");
		assertThat(errands.effects(errand)).containsExactly("plan");
	}

	@Test
	void wrongInputComesBackWithEveryFieldNamedAndWhatWasTyped() {
		startPlanned();
		Site.Browser browser = site.browser(runner);
		String path = "/tasks/" + task("buy").id();
		browser.get(path);

		Site.Reply reply = browser.post(path, Map.of("_version", "0", "_action", "check", "price", "一百"));

		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.body()).contains("一百", "请填写数字", "href=\"#");
		assertThat(errands.effects(errand)).containsExactly("plan");
	}

	@Test
	void aSecondTabKeepsWhatWasTypedAndSavesItOnlyWhenToldAgain() {
		start();
		Site.Browser browser = site.browser(planner);
		browser.get(path());
		browser.post(path(), draft("第一页写的", "0"));

		Site.Reply second = browser.post(path(), draft("第二页写的", "0"));

		assertThat(second.status()).isEqualTo(409);
		assertThat(second.body()).contains("草稿已在另一页面保存过", "第二页写的");
		assertThat(browser.get(path()).body()).as("the first tab's draft stands").contains("第一页写的");

		browser.post(path(), draft("第二页写的", versionShownIn(second)));

		assertThat(browser.get(path()).body()).contains("第二页写的");
	}

	@Test
	void submittingWhatAColleagueHasDoneMeanwhileShowsWhatWasTyped() {
		start();
		Site.Browser browser = site.browser(planner);
		browser.get(path());
		tasks.complete(otherPlanner, task("plan").id(), PLAN);

		Site.Reply reply = browser.post(path(), form("我的路线", "0"));

		assertThat(reply.status()).isEqualTo(409);
		assertThat(reply.body()).contains("此任务已经办结", "我的路线");
		assertThat(errands.effects(errand)).containsExactly("plan");
	}

	@Test
	void aCheckPageLeftOpenWhileTheDraftChangedIsRefused() {
		start();
		Site.Browser browser = site.browser(planner);
		browser.get(path());
		browser.post(path(), form("核对过的", "0"));
		browser.post(path(), draft("后来改的", "1"));

		Site.Reply reply = browser.post(path() + "/complete", Map.of("_version", "1"));

		assertThat(reply.status()).isEqualTo(409);
		assertThat(errands.effects(errand)).isEmpty();
		assertThat(browser.get(path()).body()).contains("后来改的");
	}

	@Test
	void othersTasksAnswer404OnPagesAndInTheApi() {
		start();
		assertThat(site.browser(stranger).get(path()).status()).isEqualTo(404);
		Site.Api api = site.api(stranger);
		assertThat(api.get("/api" + path()).status()).isEqualTo(404);
		assertThat(api.post("/api" + path() + "/complete", PLAN).status()).isEqualTo(404);
		assertThat(api.put("/api" + path() + "/draft", PLAN).status()).isEqualTo(404);
	}

	@Test
	void theApiDoesATaskAsThePagesDo() {
		start();
		Site.Api api = site.api(planner);
		JsonNode listed = api.get("/api/tasks").json();
		assertThat(listed.get("total").asInt()).isEqualTo(1);
		assertThat(listed.at("/items/0/subject/code").asText()).isEqualTo(subject.code());
		assertThat(api.get("/api" + path()).json().at("/data/thing").asText()).isEqualTo("一箱茶叶");

		Site.Reply invalid = api.post("/api" + path() + "/complete", Map.of());
		assertThat(invalid.status()).isEqualTo(422);
		assertThat(invalid.json().at("/errors/0/field").asText()).isEqualTo("route");

		assertThat(api.put("/api" + path() + "/draft", Map.of("route", "草稿")).status()).isEqualTo(204);
		assertThat(api.get("/api" + path()).json().at("/data/route").asText()).isEqualTo("草稿");
		assertThat(api.post("/api" + path() + "/complete", PLAN).status()).isEqualTo(200);
		assertThat(api.post("/api" + path() + "/complete", PLAN).status()).isEqualTo(409);
		assertThat(errands.effects(errand)).containsExactly("plan");
	}

	private String path() {
		return "/tasks/" + task("plan").id();
	}

	private static Map<String, String> form(String route, String version) {
		return Map.of("_version", version, "_action", "check", "route", route);
	}

	private static Map<String, String> draft(String route, String version) {
		return Map.of("_version", version, "_action", "save", "route", route);
	}

	private static String versionShownIn(Site.Reply page) {
		return page.body().replaceAll("(?s).*name=\"_version\" value=\"(\\d+)\".*", "$1");
	}

}
