package org.guantong.review;

import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.review.directory.ExpertChanged;

/**
 * Looks again at those who were invited or have accepted: whoever has come into a
 * conflict of interest since, or will be away, gives up the place. At once when the
 * expert's own file changes, and every few hours since subjects change as well.
 */
@Component
public class ConflictWatch {

	private final PanelRows rows;

	private final Eligibility eligibility;

	private final Departures departures;

	ConflictWatch(PanelRows rows, Eligibility eligibility, Departures departures) {
		this.rows = rows;
		this.eligibility = eligibility;
		this.departures = departures;
	}

	@EventListener
	@Transactional
	public void on(ExpertChanged change) {
		rows.pendingOf(change.expertId()).forEach(this::look);
	}

	/** Looks at everybody; answers how many gave up their place. */
	@Transactional
	public int lookAtAll() {
		return (int) rows.pendingOf(null).stream().filter(this::look).count();
	}

	private boolean look(PanelMember seen) {
		rows.lockPanel(seen.panelId());
		PanelMember member = rows.lock(seen.id());
		if (!member.state().isPending()) {
			return false;
		}
		Panel panel = rows.require(member.panelId());
		List<Candidate.Finding> found = eligibility.findings(panel, member.expertId());
		if (!found.isEmpty()) {
			departures.conflictedMeanwhile(panel, member, found);
			return true;
		}
		if (member.state() == MemberState.INVITED && eligibility.isAbsent(panel, member.expertId())) {
			departures.absent(panel, member);
			return true;
		}
		return false;
	}

	@Configuration(proxyBeanMethods = false)
	static class Schedule {

		private static final int HOURS = 4;

		@Bean
		RecurringTask<Void> conflictWatches(ConflictWatch watch) {
			return Tasks.recurring("conflict-watch", FixedDelay.ofHours(HOURS))
				.execute((instance, context) -> watch.lookAtAll());
		}

	}

}
