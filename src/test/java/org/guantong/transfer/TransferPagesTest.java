package org.guantong.transfer;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

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
import org.guantong.testing.TestClock;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guantong.transfer.TransferFixture.NEED;

@GuantongTest
class TransferPagesTest {

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
	private MatchmakingEvents events;

	@Autowired
	private TestClock clock;

	private TransferFixture the;

	private Person stranger;

	@BeforeEach
	void anAchievement() {
		the = new TransferFixture(given, inbox, tasks, clock);
		stranger = given.person("外人", given.organisation("DEMAND_SIDE", "别的企业"), Role.DEMAND_SIDE);
	}

	@Test
	void aDemandSideDeclaresItsInterestOnThePageAndIsToldWhatIsMissing() {
		Browser browser = site.browser(the.enterprise);
		String path = "/achievements/" + the.achievement + "/transfers";
		assertThat(browser.get(path + "/new").body()).contains("叶片寿命预测软件");

		Reply refused = browser.post(path, Map.of("need", "太短", "mode", "LICENSE"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("请用10至800字说明需要，现为2字。", "太短");
		Reply declared = browser.post(path, Map.of("need", NEED, "mode", "LICENSE"));
		assertThat(declared.path()).matches("/transfers/\\d+");
		assertThat(declared.body()).contains("已表达意向", NEED, "G0 入库");
		assertThat(browser.get("/transfers").body()).contains("叶片寿命预测软件");
		assertThat(site.browser(stranger).get(declared.path()).status()).isEqualTo(404);
		assertThat(site.browser(stranger).get("/transfers").body()).doesNotContain("叶片寿命预测软件");
	}

	@Test
	void aTransferIsDrivenOverTheApiAndShownWithItsGatesAgreementAndOutcome() {
		Site.Api api = site.api(the.enterprise);
		String path = "/api/achievements/" + the.achievement + "/transfers";
		assertThat(api.post(path, Map.of("need", "短")).json().get("errors").get(0).get("field").asText())
			.isEqualTo("need");
		assertThat(site.api(the.hostAdmin).post(path, Map.of("need", NEED)).status()).isEqualTo(422);
		Ref subject = new Ref(Kind.TRANSFER,
				api.post(path, Map.of("need", NEED, "mode", "LICENSE")).json().get("id").asLong());
		complete(the.pi, subject, "answerInterest", TransferFixture.willing());
		complete(the.officer, subject, "assignArgumentExperts", TransferFixture.invited(the.experts));
		the.experts.forEach((one) -> complete(one, subject, "argueTransfer", TransferFixture.argument("SUPPORT")));
		engine.settle();
		complete(the.officer, subject, "decideFunding", the.funded(1_000_000, 600_000));
		complete(the.enterprise, subject, "signByDemandSide", the.terms(800_000));
		complete(the.hostAdmin, subject, "signByHost", the.terms(800_000));
		for (int stage = 2; stage <= 4; stage++) {
			complete(the.pi, subject, "reportStage", TransferFixture.stageReport());
			complete(the.officer, subject, "decideGate", TransferFixture.go());
		}
		complete(the.officer, subject, "recordOutcome", the.outcome());

		String shown = "/transfers/" + subject.id();
		assertThat(site.browser(the.enterprise).get(shown).body())
			.contains("已转化", "1,200,000.50", "800,000.00", "首笔 600,000.00 元", "用于三台燃机的检修计划。")
			.doesNotContain("专家0", "技术路线成熟，市场明确可期。");
		assertThat(site.browser(the.officer).get(shown + "?lang=en").body()).contains("Transferred", "专家0",
				"Stage gates", "600,000.00 yuan first");
		assertThat(api.get("/api" + shown).json().at("/outcome/terms/amount").asDouble()).isEqualTo(1_200_000.5);
		assertThat(api.get("/api" + shown).json().get("gates").size()).isEqualTo(5);
		assertThat(api.get("/api/transfers?state=SIGNED").json().get("total").asInt()).isEqualTo(1);
		assertThat(site.api(stranger).get("/api" + shown).status()).isEqualTo(404);
		assertThat(site.api(stranger).get("/api/transfers").json().get("total").asInt()).isZero();
	}

	@Test
	void thePublishedFiguresOfEventsAreShownAndTakenInOnce() {
		events.loadPublished(the.officer);
		events.loadPublished(the.officer);

		assertThat(site.api(the.pi).get("/api/events").json().size()).isEqualTo(6);
		assertThat(site.browser(the.pi).get("/events").body()).contains("辽宁揭榜挂帅科洽会", "73", "第一届");
		assertThat(site.browser(the.pi).get("/events?lang=en").body()).contains("11 intents signed");
	}

	private void complete(Person person, Ref subject, String step, Map<String, Object> form) {
		Reply reply = site.api(person)
			.post("/api/tasks/" + the.tasks(person, subject, step).get(0).id() + "/complete", form);
		assertThat(reply.status()).as(reply.body()).isEqualTo(200);
	}

}
