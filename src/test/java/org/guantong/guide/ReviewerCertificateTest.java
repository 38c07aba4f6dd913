package org.guantong.guide;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.review.ExpertService;
import org.guantong.review.certificate.Certificate;
import org.guantong.review.certificate.CertificateService;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an expert gets for their service says how much they did, and never on what. */
@GuantongTest
class ReviewerCertificateTest {

	@Autowired
	private Site site;

	@Autowired
	private CertificateService certificates;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	private GuideStage stage;

	private Person expert;

	private int year;

	@BeforeEach
	void threeHaveReviewedADirection(@Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine, @Autowired Given given) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 4)
			.reviewed("APPROVE", 18);
		expert = stage.experts.get(0);
		year = LocalDate.now(clock).getYear();
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@Test
	void theOfficeIssuesThemForAYearAndEachExpertPrintsTheirOwn() throws IOException {
		// given
		Site.Browser office = site.browser(stage.officer);
		assertThat(office.get("/experts/certificates?year=" + year).body()).contains(expert.name(), "待签发")
			.doesNotContain("??", stage.experts.get(3).name());

		// when
		Site.Reply issued = office.post("/experts/certificates", Map.of("year", Integer.toString(year)));

		// then
		assertThat(issued.body()).contains("并已通知专家");
		Certificate own = certificates.of(expert, expert.id()).get(0);
		assertThat(own.reviews()).isEqualTo(1);
		assertThat(mails(expert, "certificate-issued")).isEqualTo(1);
		assertThat(mails(stage.experts.get(3), "certificate-issued")).as("invited nowhere").isZero();
		assertThat(site.browser(expert).get("/experts/me").body()).contains(own.number(), "下载 PDF");
		byte[] pdf = site.browser(expert).bytes("/experts/certificates/" + own.id() + "/certificate.pdf");
		assertThat(text(pdf)).contains(expert.name(), expert.organisationName(), "评审意见 1 件", own.number())
			.doesNotContain(stage.now().code(), stage.now().title(), "区域创新发展", stage.officer.name());
		assertThat(site.api(expert).bytes("/api/experts/certificates/" + own.id() + "/certificate.pdf"))
			.as("the same page is the same file")
			.isEqualTo(pdf);
		assertThat(text(site.browser(expert).bytes("/experts/certificates/" + own.id() + "/certificate.pdf?lang=en")))
			.contains("handed in 1 reviews");
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("贯通 Guantong");
		}
	}

	@Test
	void issuingAgainGivesNothingUntilMoreWasReviewedAndThenReplacesTheOld() {
		certificates.issue(stage.officer, year);
		Certificate first = certificates.of(expert, expert.id()).get(0);
		assertThat(certificates.issue(stage.officer, year)).isZero();

		reviewAgain();
		clock.pass(Duration.ofMinutes(1));
		certificates.issue(stage.officer, year);

		List<Certificate> all = certificates.of(expert, expert.id());
		assertThat(all).hasSize(2);
		assertThat(all.get(0).reviews()).isEqualTo(2);
		assertThat(all.get(0).isStanding()).isTrue();
		assertThat(all.get(1).number()).isEqualTo(first.number());
		assertThat(all.get(1).isStanding()).isFalse();
		assertThat(site.browser(expert).get("/experts/certificates/" + first.id() + "/certificate.pdf").status())
			.isEqualTo(404);
	}

	@Test
	void aNumberIsVerifiedByTheOfficeAndARevokedOneSaysWhy() {
		certificates.issue(stage.officer, year);
		Certificate own = certificates.of(expert, expert.id()).get(0);
		Site.Browser office = site.browser(stage.officer);
		String check = "/experts/certificates?number=" + own.number().toLowerCase(java.util.Locale.ROOT);
		assertThat(office.get(check).body()).contains("有效", expert.name());
		assertThat(office.get("/experts/certificates?number=PS1999-00001").body()).contains("没有编号为 PS1999-00001");
		String revoke = "/experts/certificates/" + own.id() + "/revoke";
		Site.Reply without = office.post(revoke, Map.of("year", "" + year, "reason", " "));
		assertThat(without.status()).isEqualTo(422);
		assertThat(without.body()).contains("撤销理由：必填");

		assertThat(office.post(revoke, Map.of("year", "" + year, "reason", "姓名有误")).body()).contains("已撤销");

		assertThat(office.get(check).body()).contains("已撤销：姓名有误");
		assertThat(office.post(revoke, Map.of("year", "" + year, "reason", "再来")).status()).isEqualTo(409);
		assertThat(mails(expert, "certificate-revoked")).isEqualTo(1);
		assertThatThrownBy(
				() -> jdbc.sql("update review_certificate set reviews = 99 where id = ?").param(own.id()).update())
			.hasMessageContaining("can only be revoked");
	}

	@Test
	void nobodyElseLearnsWhoHasOne() {
		certificates.issue(stage.officer, year);
		Certificate own = certificates.of(expert, expert.id()).get(0);
		String file = "/experts/certificates/" + own.id() + "/certificate.pdf";

		assertThat(site.browser(stage.experts.get(1)).get(file).status()).as("another expert").isEqualTo(404);
		for (Person other : List.of(stage.leaders.get(0), stage.contacts.get(0), stage.committee)) {
			assertThat(site.browser(other).get(file).status()).as(other.name()).isEqualTo(403);
			assertThat(site.browser(other).get("/experts/certificates").status()).isEqualTo(403);
			assertThat(site.api(other).get("/api/experts/certificates.xlsx").status()).isEqualTo(403);
			assertThat(site.api(other).get("/api/experts/certificates?year=" + year).status()).isEqualTo(403);
		}
		assertThat(site.browser(expert).get("/experts/certificates").status()).as("the office's list").isEqualTo(403);
		assertThat(site.api(expert).post("/api/experts/certificates?year=" + year, Map.of()).status()).isEqualTo(403);
		assertThatThrownBy(() -> certificates.issue(stage.officer, year + 1)).isInstanceOf(InvalidInput.class);
	}

	/** As though the expert had reviewed another turn. */
	private void reviewAgain() {
		jdbc.sql("update panel_member set state = 'ACCEPTED' where expert_id = ?").param(expert.id()).update();
		jdbc.sql("""
				insert into review (member_id, turn, score, recommendation, comment, pledged, submitted_at)
				select id, 2, 80, 'APPROVE', '同意', true, now() from panel_member where expert_id = ?
				""").param(expert.id()).update();
		jdbc.sql("update panel_member set state = 'SUBMITTED' where expert_id = ?").param(expert.id()).update();
	}

	private long mails(Person to, String key) {
		return jdbc.sql("select count(*) from mail_outbox where recipient_id = ? and key = ?")
			.params(to.id(), key)
			.query(Long.class)
			.single();
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("[\\r\\n]", "");
		}
	}

}
