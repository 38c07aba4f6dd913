package org.guantong.guide;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** One numbered topic of a published call (指南方向). */
public record GuideDirection(@Id Long id, @Version int version, String code, long roundId, long fieldId, String title,
		String state) {

	public Subject subject() {
		return Subject.of(Kind.GUIDE_DIRECTION, id, code, title);
	}

}
