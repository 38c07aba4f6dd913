package org.guantong.notification;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;

import org.guantong.identity.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** What the mail server gets. */
class MailDispatcherTest extends MailTest {

	@Test
	void aMailArrivesWithBothPartsAndItsChineseIntact() throws Exception {
		Person reader = somebody("王主任", "zh");
		posted(MailboxTest.assigned(reader));

		int sent = dispatcher.dispatchDue();

		assertThat(sent).isOne();
		MimeMessage mail = received()[0];
		assertThat(mail.getSubject()).isEqualTo("待办：形式审查 — D2026-LN-0001 高温合金");
		assertThat(mail.getHeader("Subject", null)).as("encoded").isASCII();
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		MimeMultipart parts = (MimeMultipart) mail.getContent();
		assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat((String) parts.getBodyPart(0).getContent()).contains("王主任，您好：");
		assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
		assertThat((String) parts.getBodyPart(1).getContent()).contains("<table", "王主任，您好：");
		assertThat(onlyMailTo(reader)).returns(MailState.SENT, OutboxMail::state).returns(1, OutboxMail::attempts);
	}

	@Test
	void itsHeadersTellMailProgramsWhatItIs() throws Exception {
		Person reader = somebody("王主任", "zh");
		posted(MailboxTest.assigned(reader));

		dispatcher.dispatchDue();

		MimeMessage mail = received()[0];
		assertThat(header(mail, "Message-ID")).isEqualTo(onlyMailTo(reader).messageId())
			.endsWith("@" + properties.domain() + ">");
		assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
		assertThat(header(mail, "Content-Language")).isEqualTo("zh");
		assertThat(header(mail, "From")).isASCII();
		InternetAddress from = (InternetAddress) mail.getFrom()[0];
		assertThat(from.getPersonal()).isEqualTo("贯通联合基金平台");
		assertThat(mail.getRecipients(Message.RecipientType.TO)).containsExactly(new InternetAddress(reader.email()));
	}

	@Test
	void theSecondMailOfAThreadRefersToTheFirst() throws Exception {
		Person reader = somebody("王主任", "zh");
		Person other = somebody("Anna Berg", "en");
		posted(Notice.of("published", reader, "case-7", "/a", "第一", "今天"));
		posted(Notice.of("published", reader, "case-7", "/a", "第二", "今天"));
		posted(Notice.of("published", reader, "case-8", "/a", "第三", "今天"));
		posted(Notice.of("published", other, "case-7", "/a", "fourth", "today"));

		dispatcher.dispatchDue();

		MimeMessage[] mails = received();
		String root = header(mails[0], "References");
		String first = header(mails[0], "Message-ID");
		assertThat(header(mails[1], "References").split("\\s+")).containsExactly(root, first);
		assertThat(header(mails[1], "In-Reply-To")).isEqualTo(first);
		assertThat(header(mails[2], "References")).doesNotContain(root, first);
		assertThat(header(mails[3], "References")).doesNotContain(root, first);
	}

	@Test
	void aMailWaitsForAServerThatIsDownAndKeepsItsMessageId() throws Exception {
		Person reader = somebody("王主任", "zh");
		Person next = somebody("李老师", "zh");
		posted(MailboxTest.assigned(reader));
		posted(MailboxTest.assigned(next));
		String messageId = onlyMailTo(reader).messageId();
		server.stop();

		assertThat(dispatcher.dispatchDue()).isZero();

		assertThat(onlyMailTo(reader)).returns(MailState.WAITING, OutboxMail::state)
			.returns(1, OutboxMail::attempts)
			.satisfies((mail) -> assertThat(mail.lastError()).isNotBlank());
		assertThat(onlyMailTo(next).attempts()).as("not tried while the server is down").isZero();
		server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		assertThat(dispatcher.dispatchDue()).as("only the other one is due").isOne();
		clock.pass(Duration.ofMinutes(2));
		assertThat(dispatcher.dispatchDue()).isOne();
		assertThat(header(received()[1], "Message-ID")).isEqualTo(messageId);
		assertThat(onlyMailTo(reader)).returns(MailState.SENT, OutboxMail::state).returns(null, OutboxMail::lastError);
	}

	@Test
	void afterTenAttemptsItIsGivenUp() {
		Person reader = somebody("王主任", "zh");
		posted(MailboxTest.assigned(reader));
		server.stop();

		for (int attempt = 1; attempt < MailDispatcher.MOST_ATTEMPTS; attempt++) {
			dispatcher.dispatchDue();
			clock.pass(Duration.ofHours(7));
		}
		assertThat(onlyMailTo(reader)).returns(MailState.WAITING, OutboxMail::state).returns(9, OutboxMail::attempts);
		dispatcher.dispatchDue();

		assertThat(onlyMailTo(reader)).returns(MailState.FAILED, OutboxMail::state).returns(10, OutboxMail::attempts);
	}

	@Test
	void aWrongAddressFailsAtOnceAndHoldsNobodyUp() {
		Person unreachable = somebody("王主任", "zh", "nobody at all");
		Person reader = somebody("李老师", "zh");
		posted(MailboxTest.assigned(unreachable));
		posted(MailboxTest.assigned(reader));

		assertThat(dispatcher.dispatchDue()).isOne();

		assertThat(onlyMailTo(unreachable)).returns(MailState.FAILED, OutboxMail::state)
			.returns(1, OutboxMail::attempts);
		assertThat(onlyMailTo(reader).state()).isEqualTo(MailState.SENT);
	}

	@Test
	void anAddressTheServerRefusesForGoodFailsAtOnce() throws Exception {
		Person unknown = somebody("王主任", "zh");
		posted(MailboxTest.assigned(unknown));

		dispatchTo("550 5.1.1 no such user");

		assertThat(onlyMailTo(unknown)).returns(MailState.FAILED, OutboxMail::state)
			.returns(1, OutboxMail::attempts)
			.satisfies((mail) -> assertThat(mail.lastError()).contains("550 5.1.1 no such user"));
	}

	@Test
	void anAddressTheServerPutsOffIsTriedAgain() throws Exception {
		Person busy = somebody("王主任", "zh");
		posted(MailboxTest.assigned(busy));

		dispatchTo("450 4.2.1 mailbox busy");

		assertThat(onlyMailTo(busy)).returns(MailState.WAITING, OutboxMail::state).returns(1, OutboxMail::attempts);
	}

	@Test
	void twoDispatchersAtOnceSendEachMailOnce() throws Exception {
		List<Person> readers = IntStream.range(0, 30).mapToObj((number) -> somebody("读者" + number, "zh")).toList();
		readers.forEach((reader) -> posted(MailboxTest.assigned(reader)));
		CountDownLatch start = new CountDownLatch(1);

		List<CompletableFuture<Integer>> both = IntStream.range(0, 2)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> dispatchAfter(start)))
			.toList();
		start.countDown();
		int sent = both.stream().mapToInt(CompletableFuture::join).sum();
		sent += dispatcher.dispatchDue();

		assertThat(sent).isEqualTo(30);
		assertThat(Arrays.stream(received()).map((mail) -> header(mail, "Message-ID"))).hasSize(30)
			.doesNotHaveDuplicates();
		assertThat(both).as("both had work").allSatisfy((one) -> assertThat(one.join()).isPositive());
	}

	@Test
	void withoutAServerMailsWaitAndNothingFails() {
		Person reader = somebody("王主任", "zh");
		posted(MailboxTest.assigned(reader));
		Smtp none = new Smtp(new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), properties);

		int sent = new MailDispatcher(outbox, none, transactions, clock).dispatchDue();

		assertThat(sent).isZero();
		assertThat(onlyMailTo(reader)).returns(MailState.WAITING, OutboxMail::state).returns(0, OutboxMail::attempts);
	}

	private int dispatchAfter(CountDownLatch start) {
		MailDispatcher own = dispatcher(clock);
		try {
			start.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return own.dispatchDue();
	}

	private void dispatchTo(String refusal) throws Exception {
		try (RefusingServer refusing = new RefusingServer(refusal)) {
			port = refusing.port();
			assertThat(dispatcher(clock).dispatchDue()).isZero();
		}
	}

	private MimeMessage[] received() {
		return server.getReceivedMessages();
	}

	private static String header(MimeMessage mail, String name) {
		try {
			return mail.getHeader(name, null);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
