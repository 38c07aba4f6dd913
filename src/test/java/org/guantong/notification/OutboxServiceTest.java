package org.guantong.notification;

import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the office sees of the outbox, and nobody else. */
class OutboxServiceTest extends MailTest {

	@Autowired
	OutboxService service;

	private Person officer;

	private Person reader;

	@BeforeEach
	void signIn() {
		officer = somebody("项目主任", "zh", "officer@example.org", Role.OFFICER);
		reader = somebody("100%_王", "zh", "broken address", Role.EXPERT);
		SignedIn.as(officer);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void onlyTheOfficeReadsTheOutbox() {
		posted(MailboxTest.assigned(reader));
		long id = onlyMailTo(reader).id();
		OutboxFilter all = new OutboxFilter(null, "", 0);

		assertThat(service.find(officer, all).total()).isOne();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.find(reader, all));
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.read(reader, id));
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.sends(reader));
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.retry(reader, id));
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.find(null, all));
	}

	@Test
	void mailsAreFoundByStateAndByTextTakenLiterally() {
		Person other = somebody("100xx王", "zh");
		posted(MailboxTest.assigned(reader));
		posted(MailboxTest.assigned(other));
		dispatcher.dispatchDue();

		assertThat(found(MailState.SENT, "")).isOne();
		assertThat(found(MailState.FAILED, "")).isOne();
		assertThat(found(null, "100%_")).isOne();
		assertThat(found(null, "高温合金")).isEqualTo(2);
		assertThat(found(null, other.email().toUpperCase())).isOne();
		assertThat(found(MailState.HELD, "")).isZero();
	}

	@Test
	void pagesHoldTwentyMailsNewestFirst() {
		IntStream.rangeClosed(1, 21)
			.forEach((number) -> posted(Notice.of("published", reader, "case", "/", "第" + number, "今天")));

		OutboxPage first = service.find(officer, new OutboxFilter(null, "", 0));
		OutboxPage second = service.find(officer, new OutboxFilter(null, "", 1));

		assertThat(first).returns(21L, OutboxPage::total).returns(2L, OutboxPage::pages);
		assertThat(first.mails()).hasSize(20).first().returns("已发布：第21", OutboxMail::subject);
		assertThat(second.mails()).singleElement().returns("已发布：第1", OutboxMail::subject);
		assertThat(first.hasNext() && !first.hasPrevious() && second.hasPrevious() && !second.hasNext()).isTrue();
	}

	@Test
	void aFailedMailIsRetriedAtTheAddressItsRecipientHasNow() {
		posted(MailboxTest.assigned(reader));
		dispatcher.dispatchDue();
		OutboxMail failed = onlyMailTo(reader);
		jdbc.sql("update account set email = 'mended@example.org' where id = ?").param(reader.id()).update();

		service.retry(officer, failed.id());

		assertThat(dispatcher.dispatchDue()).isOne();
		assertThat(service.read(officer, failed.id())).returns(MailState.SENT, OutboxMail::state)
			.returns("mended@example.org", OutboxMail::address)
			.returns(failed.messageId(), OutboxMail::messageId);
		assertThat(jdbc.sql("select retried_by from mail_outbox where id = ?")
			.param(failed.id())
			.query(Long.class)
			.single()).isEqualTo(officer.id());
	}

	@Test
	void onlyAFailedMailIsRetried() {
		posted(MailboxTest.assigned(reader));
		long id = onlyMailTo(reader).id();

		assertThatExceptionOfType(Stale.class).isThrownBy(() -> service.retry(officer, id));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> service.retry(officer, id + 1_000));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> service.read(officer, id + 1_000));
	}

	private long found(MailState state, String text) {
		return service.find(officer, new OutboxFilter(state, text, 0)).total();
	}

}
