package org.guantong.notification;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mails.
 *
 * @param domain what stands right of the @ in Message-IDs
 * @param from the sender, with or without a display name
 * @param urgentKeys keys of notices that are never held for a digest; a stage's key
 * counts too when it ends in one of them after a hyphen, e.g. {@code midterm-decided}
 */
@ConfigurationProperties("guantong.mail")
public record MailProperties(@DefaultValue("guantong.localhost") String domain,
		@DefaultValue("贯通联合基金平台 <noreply@guantong.localhost>") String from, @DefaultValue( {
				"overdue", "decided", "digest" }) Set<String> urgentKeys){

	boolean isUrgent(String key) {
		return urgentKeys.stream().anyMatch((urgent) -> key.equals(urgent) || key.endsWith("-" + urgent));
	}

}
