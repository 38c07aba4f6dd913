package org.guantong.notification;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.context.NoSuchMessageException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What stands in the outbox after a notice was posted. */
class MailboxTest extends MailTest {

	private static final Instant DUE = Instant.parse("2026-03-01T16:30:00Z");

	@Test
	void aMailVanishesWithTheTransactionThatPostedIt() {
		Person reader = somebody("王主任", "zh");

		new TransactionTemplate(transactions).executeWithoutResult((status) -> {
			mailbox.post(assigned(reader));
			status.setRollbackOnly();
		});

		assertThat(jdbc.sql("select count(*) from mail_outbox").query(Long.class).single()).isZero();
		posted(assigned(reader));
		assertThat(onlyMailTo(reader).state()).isEqualTo(MailState.WAITING);
	}

	@Test
	void nobodyPostsOutsideOfATransaction() {
		Person reader = somebody("王主任", "zh");

		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> mailbox.post(assigned(reader)));
	}

	@Test
	void itIsWrittenInChineseForThoseWhoReadChinese() {
		Person reader = somebody("王主任", "zh");

		posted(assigned(reader));

		OutboxMail mail = onlyMailTo(reader);
		assertThat(mail.subject()).isEqualTo("待办：形式审查 — D2026-LN-0001 高温合金");
		assertThat(mail.textBody()).contains("王主任，您好：", "截止时间：2026年3月2日 00:30",
				"查看并办理\nhttp://localhost:8080/tasks/4711", reader.username(), "由系统自动发送");
		assertThat(mail.htmlBody()).contains("lang=\"zh\"", "王主任，您好：", "href=\"http://localhost:8080/tasks/4711\"");
	}

	@Test
	void itIsWrittenInEnglishForThoseWhoReadEnglish() {
		Person reader = somebody("Anna Berg", "en");

		posted(assigned(reader));

		OutboxMail mail = onlyMailTo(reader);
		assertThat(mail.subject()).isEqualTo("To do: 形式审查 — D2026-LN-0001 高温合金");
		assertThat(mail.textBody()).contains("Dear Anna Berg,", "Due: 2 March 2026, 00:30", "sent automatically")
			.doesNotContain("您");
		assertThat(mail.htmlBody()).contains("lang=\"en\"", "Dear Anna Berg,").doesNotContain("您");
	}

	@Test
	void aMissingDeadlineIsSaidInTheReadersLanguage() {
		Person reader = somebody("Anna Berg", "en");

		posted(Notice.of("assigned", reader, "case-1", "/tasks/1", "Review", "Alloys", Notice.NO_DEADLINE));

		assertThat(onlyMailTo(reader).textBody()).contains("Due: no deadline");
	}

	@Test
	void markupInAnArgumentStaysText() {
		Person reader = somebody("<b>Eve</b>", "en");

		posted(Notice.of("returned", reader, "case-2", "/tasks/2", "<script>alert(1)</script>", "A & B",
				"see {0} \"x\""));

		OutboxMail mail = onlyMailTo(reader);
		assertThat(mail.htmlBody()).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;Eve", "A &amp; B")
			.doesNotContain("<script", "<b>");
		assertThat(mail.textBody()).contains("<script>alert(1)</script>", "A & B", "see {0} \"x\"");
	}

	@Test
	void aLineBreakInAnArgumentDoesNotEndTheSubject() {
		Person reader = somebody("Anna Berg", "en");

		posted(Notice.of("published", reader, "case-3", "/guides/1", "Guide\r\nBcc: eve@example.org", "today"));

		assertThat(onlyMailTo(reader).subject()).isEqualTo("Published: Guide Bcc: eve@example.org");
	}

	@Test
	void aLinkThatLeavesTheSiteIsRefused() {
		Person reader = somebody("Anna Berg", "en");

		assertThatIllegalArgumentException()
			.isThrownBy(() -> posted(Notice.of("published", reader, "case-4", "@evil.example", "Guide", "today")));
	}

	@Test
	void aKeyWithoutTextIsRefused() {
		Person reader = somebody("Anna Berg", "en");

		assertThatExceptionOfType(NoSuchMessageException.class)
			.isThrownBy(() -> posted(Notice.of("no-such-key", reader, "case-5", "/")));
	}

	static Notice assigned(Person reader) {
		return Notice.of("assigned", reader, "case-12", "/tasks/4711", "形式审查", "D2026-LN-0001 高温合金", DUE);
	}

}
