package org.guantong.notification;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;

/**
 * What tests about mails share: a mail server on a free port, people, and an outbox empty
 * at first.
 */
@GuantongTest
abstract class MailTest {

	@Autowired
	Mailbox mailbox;

	@Autowired
	Outbox outbox;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock clock;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	MailProperties properties;

	GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	int port;

	MailDispatcher dispatcher;

	@BeforeEach
	void startServer() {
		jdbc.sql("delete from mail_outbox").update();
		server.start();
		port = server.getSmtp().getPort();
		dispatcher = dispatcher(clock);
	}

	@AfterEach
	void stopServer() {
		server.stop();
		clock.reset();
	}

	MailDispatcher dispatcher(Clock clock) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("sender", sender);
		return new MailDispatcher(outbox, new Smtp(beans.getBeanProvider(JavaMailSender.class), properties),
				transactions, clock);
	}

	Person somebody(String name, String language, Role... roles) {
		String username = "m" + UUID.randomUUID().toString().substring(0, 8);
		return somebody(name, language, username + "@example.org", roles);
	}

	Person somebody(String name, String language, String address, Role... roles) {
		long organisation = jdbc.sql("insert into organisation (name, kind) values (?, 'FUNDER') returning id")
			.param(UUID.randomUUID().toString())
			.query(Long.class)
			.single();
		long id = jdbc.sql("""
				insert into account (username, password_hash, name, email, language, organisation_id)
				values (?, '-', ?, ?, ?, ?) returning id
				""")
			.params("m" + UUID.randomUUID().toString().substring(0, 8), name, address, language, organisation)
			.query(Long.class)
			.single();
		for (Role role : Set.of(roles)) {
			jdbc.sql("insert into account_role (account_id, role) values (?, ?)").params(id, role.name()).update();
		}
		return people.require(id);
	}

	void posted(Notice notice) {
		new TransactionTemplate(transactions).executeWithoutResult((status) -> mailbox.post(notice));
	}

	OutboxMail onlyMailTo(Person person) {
		return jdbc.sql(OutboxRows.SELECT + "where m.recipient_id = ?")
			.param(person.id())
			.query(OutboxRows::mail)
			.single();
	}

}
