package org.guantong.transfer;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** The way of one achievement to one who will use it (成果转化). */
public record Transfer(@Id Long id, @Version int version, String code, long achievementId, long demandSideId,
		String title, String state) {

	public Subject subject() {
		return Subject.of(Kind.TRANSFER, id, code, title);
	}

}
