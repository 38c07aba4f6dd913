package org.guantong.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.guantong.identity.Person;
import org.guantong.workflow.InboxItem;

/** A direction from the co-funders' sign-off to its publication. */
@ForDemonstration
class DemoAdoption {

	private static final int DAYS_TO_PUBLICATION = 10;

	private final Cast cast;

	private final Desk desk;

	private final Clock clock;

	DemoAdoption(Cast cast, Desk desk, Clock clock) {
		this.cast = cast;
		this.desk = desk;
		this.clock = clock;
	}

	void decide(long caseId, String stage) {
		if (!isSignedOff(caseId, stage)) {
			return;
		}
		InboxItem adoption = desk.await(caseId, "adoptDirection", 1).get(0);
		if (stage.equals("ADOPTION")) {
			return;
		}
		if (stage.equals("NOT_ADOPTED")) {
			desk.complete(cast.the("committee1"), adoption, Map.of("votesFor", 4, "votesAgainst", 9, "abstentions", 2,
					"decision", "DECLINE", "remarks", "与能源领域在研专项交叉较多，建议并入下一年度统筹考虑。"));
			desk.awaitEnd(caseId);
			return;
		}
		desk.complete(cast.the("committee1"), adoption,
				Map.of("votesFor", 14, "votesAgainst", 0, "abstentions", 1, "decision", "ADOPT"));
		publish(caseId, stage);
	}

	/** All sign, unless one is still thinking or one objects. */
	private boolean isSignedOff(long caseId, String stage) {
		List<InboxItem> all = desk.await(caseId, "coFunderSignOff", 1);
		boolean first = true;
		for (InboxItem task : all) {
			if (stage.equals("OBJECTION") && first) {
				desk.complete(leader(task), task,
						Map.of("decision", "OBJECT", "reasons", "建议与水稻耐盐种质方向合并资助，或明确两个方向的分工，避免重复申报。"));
			}
			else if (!stage.equals("SIGN_OFF") || first) {
				desk.complete(leader(task), task, Map.of("decision", "AGREE"));
			}
			first = false;
		}
		return !stage.equals("SIGN_OFF") && !stage.equals("OBJECTION");
	}

	private void publish(long caseId, String stage) {
		InboxItem task = desk.await(cast.officer(), caseId, "schedulePublication");
		if (stage.equals("SCHEDULED")) {
			desk.add(cast.officer(), task, Map.of("when", "LATER", "publishOn",
					LocalDate.now(clock).plusDays(DAYS_TO_PUBLICATION).toString()));
		}
		else if (stage.equals("PUBLISHED")) {
			desk.add(cast.officer(), task, Map.of("when", "NOW"));
			desk.awaitEnd(caseId);
		}
	}

	private Person leader(InboxItem task) {
		return cast.ofGroup(task.groups(), "leader");
	}

}
