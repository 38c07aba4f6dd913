package org.guantong.notification;

import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The way out, if a mail server is set at all. */
@Component
class Smtp {

	private static final String UTF_8 = "UTF-8";

	/** Milliseconds; without them a silent server would hold a connection for ever. */
	private static final String TIMEOUT = "10000";

	private final JavaMailSender sender;

	private final InternetAddress from;

	Smtp(ObjectProvider<JavaMailSender> sender, MailProperties properties) {
		this.sender = sender.getIfAvailable();
		this.from = encoded(properties.from());
		if (this.sender instanceof JavaMailSenderImpl server) {
			limitWaiting(server.getJavaMailProperties());
		}
	}

	boolean isSet() {
		return sender != null;
	}

	/**
	 * Hands the mail to the server.
	 * @throws org.springframework.mail.MailException if it was not taken
	 */
	void send(OutboxMail mail) {
		sender.send(message(mail));
	}

	private MimeMessage message(OutboxMail mail) {
		try {
			MimeMessage message = sender.createMimeMessage();
			message.setFrom(from);
			message.setRecipient(Message.RecipientType.TO, recipient(mail.address()));
			message.setSubject(mail.subject(), UTF_8);
			message.setSentDate(Date.from(mail.createdAt()));
			message.setContent(parts(mail));
			setHeaders(message, mail);
			return message;
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex.getMessage(), ex);
		}
	}

	private static void setHeaders(MimeMessage message, OutboxMail mail) throws MessagingException {
		message.setHeader("Message-ID", mail.messageId());
		message.setHeader("References", references(mail));
		message.setHeader("In-Reply-To", (mail.inReplyTo() != null) ? mail.inReplyTo() : mail.threadRoot());
		message.setHeader("Content-Language", mail.language());
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "All");
	}

	/** The root ties a thread together even when two first mails were written at once. */
	private static String references(OutboxMail mail) {
		return (mail.inReplyTo() != null) ? mail.threadRoot() + " " + mail.inReplyTo() : mail.threadRoot();
	}

	private static MimeMultipart parts(OutboxMail mail) throws MessagingException {
		return new MimeMultipart("alternative", part(mail.textBody(), "plain"), part(mail.htmlBody(), "html"));
	}

	private static MimeBodyPart part(String body, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(body, UTF_8, subtype);
		return part;
	}

	/** The display name, which is Chinese, has to be encoded word by word. */
	private static InternetAddress encoded(String address) {
		try {
			InternetAddress from = new InternetAddress(address, true);
			if (from.getPersonal() != null) {
				from.setPersonal(from.getPersonal(), UTF_8);
			}
			return from;
		}
		catch (AddressException | UnsupportedEncodingException ex) {
			throw new IllegalStateException("guantong.mail.from is not a mail address: " + address, ex);
		}
	}

	private static InternetAddress recipient(String address) throws MessagingException {
		InternetAddress recipient = new InternetAddress(address, true);
		recipient.validate();
		return recipient;
	}

	private static void limitWaiting(Properties settings) {
		settings.putIfAbsent("mail.smtp.connectiontimeout", TIMEOUT);
		settings.putIfAbsent("mail.smtp.timeout", TIMEOUT);
		settings.putIfAbsent("mail.smtp.writetimeout", TIMEOUT);
	}

}
