package org.guantong.achievement;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** A registered, classified result (成果). */
public record Achievement(@Id Long id, @Version int version, String code, long projectId, String title, String state) {

	public Subject subject() {
		return Subject.of(Kind.ACHIEVEMENT, id, code, title);
	}

}
