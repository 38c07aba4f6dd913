package org.guantong.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a failed attempt means for the mail and for those behind it. */
enum Refusal {

	/** The address is wrong; trying again would not help. */
	PERMANENT,
	/** This mail was not taken this time. */
	TEMPORARY,
	/** The server was not reached or did not let us in: no mail would leave now. */
	UNREACHABLE;

	private static final int FIRST_PERMANENT_CODE = 500;

	static Refusal of(MailException failure) {
		if (failure instanceof MailAuthenticationException) {
			return UNREACHABLE;
		}
		if (isAboutAddress(failure)) {
			return PERMANENT;
		}
		// Spring gives the connection's failure as the cause, a single mail's aside
		boolean ofConnection = failure instanceof MailSendException && failure.getCause() != null;
		return ofConnection ? UNREACHABLE : TEMPORARY;
	}

	/** The innermost reason, in the server's own words where it gave some. */
	static String reason(MailException failure) {
		Throwable reason = failure;
		if (failure instanceof MailSendException send && send.getMessageExceptions().length > 0) {
			reason = send.getMessageExceptions()[0];
		}
		while (next(reason) != null) {
			reason = next(reason);
		}
		return reason.getClass().getSimpleName() + ": " + reason.getMessage();
	}

	private static boolean isAboutAddress(MailException failure) {
		if (failure.getCause() instanceof AddressException) {
			return true;
		}
		if (failure instanceof MailSendException send) {
			for (Exception each : send.getMessageExceptions()) {
				if (refusesAddress(each)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean refusesAddress(Throwable failure) {
		for (Throwable each = failure; each != null; each = next(each)) {
			if (each instanceof SMTPAddressFailedException address) {
				return address.getReturnCode() >= FIRST_PERMANENT_CODE;
			}
		}
		return false;
	}

	private static Throwable next(Throwable failure) {
		if (failure instanceof MessagingException messaging) {
			return messaging.getNextException();
		}
		return failure.getCause();
	}

}
