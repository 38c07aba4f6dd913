package org.guantong.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * A grant (项目).
 *
 * @param code approval number: U, two digits of the year, A (regional) or B (enterprise),
 * four digits
 * @param hostId the PI's legal employer
 * @param category KEY 重点支持项目, INTEGRATED 集成项目, CULTIVATION 培育项目
 * @param directCost direct cost in 元
 * @param state RUNNING, RECTIFYING, ADJUSTED, TERMINATED, CLOSING or CLOSED
 */
public record Project(@Id Long id, @Version int version, String code, long directionId, String title, long piId,
		long hostId, LocalDate startsOn, LocalDate endsOn, String category, BigDecimal directCost, String state) {

	public Subject subject() {
		return Subject.of(Kind.PROJECT, id, code, title);
	}

	/** The same project in another state. */
	public Project in(String newState) {
		return new Project(id, version, code, directionId, title, piId, hostId, startsOn, endsOn, category, directCost,
				newState);
	}

	/** The same project, led by somebody else. */
	public Project ledBy(long newPi) {
		return new Project(id, version, code, directionId, title, newPi, hostId, startsOn, endsOn, category, directCost,
				state);
	}

	/** The same project at another host institution. */
	public Project at(long newHost) {
		return new Project(id, version, code, directionId, title, piId, newHost, startsOn, endsOn, category, directCost,
				state);
	}

	/** The same project with another last day. */
	public Project until(LocalDate newEnd) {
		return new Project(id, version, code, directionId, title, piId, hostId, startsOn, newEnd, category, directCost,
				state);
	}

	/** Whether its work goes on, as planned or as adjusted. */
	public boolean isUnderWay() {
		return state.equals("RUNNING") || state.equals("ADJUSTED") || state.equals("RECTIFYING");
	}

	/** Share of its term that is over on that day, from 0 to 1 with four decimals. */
	public BigDecimal elapsed(LocalDate day) {
		long term = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
		long over = Math.max(0, Math.min(term, ChronoUnit.DAYS.between(startsOn, day)));
		return BigDecimal.valueOf(over).divide(BigDecimal.valueOf(term), 4, RoundingMode.HALF_UP);
	}

}
