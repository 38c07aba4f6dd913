package org.guantong.project;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import java.time.LocalDate;
import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** A grant (项目). */
public record Project(@Id Long id, @Version int version, String code, long directionId, String title, long piId,
		long hostId, LocalDate startsOn, LocalDate endsOn, String state) {

	public Subject subject() {
		return Subject.of(Kind.PROJECT, id, code, title);
	}

}
