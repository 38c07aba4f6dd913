package org.guantong.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** How a row of the outbox becomes an {@link OutboxMail}. */
final class OutboxRows {

	static final String SELECT = """
			select m.*, a.name as recipient_name from mail_outbox m join account a on a.id = m.recipient_id
			""";

	private OutboxRows() {
	}

	static OutboxMail mail(ResultSet row, int index) throws SQLException {
		Timestamp sentAt = row.getTimestamp("sent_at");
		return new OutboxMail(row.getLong("id"), row.getString("message_id"), row.getString("in_reply_to"),
				row.getString("thread_root"), row.getString("thread"), row.getString("key"),
				row.getLong("recipient_id"), row.getString("recipient_name"), row.getString("address"),
				row.getString("language"), row.getString("subject"), row.getString("text_body"),
				row.getString("html_body"), row.getString("link"), row.getTimestamp("created_at").toInstant(),
				row.getTimestamp("next_attempt_at").toInstant(), row.getInt("attempts"),
				(sentAt != null) ? sentAt.toInstant() : null, row.getString("last_error"),
				MailState.valueOf(row.getString("state")));
	}

}
