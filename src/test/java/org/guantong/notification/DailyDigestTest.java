package org.guantong.notification;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.identity.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Notices of those who asked for one mail a day. */
class DailyDigestTest extends MailTest {

	@Autowired
	DailyDigest digest;

	@Autowired
	PreferenceService preferences;

	private Person reader;

	@BeforeEach
	void chooseDaily() {
		reader = somebody("王主任", "zh");
		SignedIn.as(reader);
		preferences.choose(reader, Delivery.DAILY);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void whatIsHeldArrivesAsOneMail() throws Exception {
		Person immediate = somebody("李老师", "zh");
		posted(Notice.of("assigned", reader, "case-1", "/tasks/1", "形式审查", "需求一", "明天"));
		posted(Notice.of("returned", reader, "case-2", "/tasks/2", "需求二", "张三", "太长"));
		posted(Notice.of("assigned", immediate, "case-1", "/tasks/1", "形式审查", "需求一", "明天"));
		assertThat(dispatcher.dispatchDue()).as("held mails stay").isOne();

		digest.post();
		digest.post();

		assertThat(dispatcher.dispatchDue()).as("one digest, however often the task runs").isOne();
		assertThat(server.getReceivedMessages()[1].getSubject()).isEqualTo("每日汇总：2 条通知");
		OutboxMail mail = mails().get(2);
		assertThat(mail.textBody()).contains("1. 待办：形式审查 — 需求一\n   http://localhost:8080/tasks/1",
				"2. 退回修改：需求二\n   http://localhost:8080/tasks/2");
		assertThat(mail.htmlBody()).contains("href=\"http://localhost:8080/tasks/2\"", "退回修改：需求二");
		assertThat(mails()).extracting(OutboxMail::state)
			.containsExactly(MailState.BUNDLED, MailState.BUNDLED, MailState.SENT);
	}

	@Test
	void overdueNoticesAndDecisionsAreNeverHeld() {
		posted(Notice.of("overdue", reader, "case-1", "/tasks/1", "形式审查", "需求一", "昨天"));
		posted(Notice.of("decided", reader, "case-1", "/tasks/1", "项目", "继续", "无"));
		posted(Notice.of("published", reader, "case-1", "/guides/1", "指南", "今天"));

		assertThat(mails()).extracting(OutboxMail::state)
			.containsExactly(MailState.WAITING, MailState.WAITING, MailState.HELD);
		assertThat(properties.isUrgent("midterm-decided")).isTrue();
		assertThat(properties.isUrgent("undecided")).isFalse();
	}

	@Test
	void goingBackToImmediateDeliverySendsWhatWasHeld() {
		posted(Notice.of("published", reader, "case-1", "/guides/1", "指南", "今天"));

		preferences.choose(reader, Delivery.IMMEDIATE);

		assertThat(preferences.chosenBy(reader)).isEqualTo(Delivery.IMMEDIATE);
		assertThat(dispatcher.dispatchDue()).isOne();
	}

	private List<OutboxMail> mails() {
		return jdbc.sql(OutboxRows.SELECT + "where m.recipient_id = ? order by m.id")
			.param(reader.id())
			.query(OutboxRows::mail)
			.list();
	}

}
