package org.guantong.project.payment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;

/** Reminds the office, once, of the day it was to look at held payments again. */
@Component
public class HoldReviews {

	private final JdbcClient jdbc;

	private final People people;

	private final Mailbox mailbox;

	private final Clock clock;

	HoldReviews(JdbcClient jdbc, People people, Mailbox mailbox, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.mailbox = mailbox;
		this.clock = clock;
	}

	/** Mails the officers about every hold whose day has come. */
	@Transactional
	public void remind() {
		List<HeldProject> due = jdbc
			.sql(HeldProjects.SELECT + " h.review_on <= ? and h.reminded_at is null for update of h")
			.param(LocalDate.now(clock))
			.query(HeldProjects::held)
			.list();
		due.forEach((one) -> {
			people.members(Group.of(Role.OFFICER))
				.forEach((officer) -> mailbox.post(Notice.of("payment-review", officer, "project-" + one.projectId(),
						"/projects/" + one.projectId() + "/payments", one.code() + " " + one.title(), one.reviewOn(),
						one.reason())));
			jdbc.sql("update payment_hold set reminded_at = ? where project_id = ? and lifted_at is null")
				.params(Timestamp.from(clock.instant()), one.projectId())
				.update();
		});
	}

	/** Looks every morning. */
	@Configuration(proxyBeanMethods = false)
	static class EveryMorning {

		private static final LocalTime BEFORE_THE_DIGEST = LocalTime.of(7, 30);

		@Bean
		RecurringTask<Void> paymentReviews(HoldReviews reviews, Clock clock) {
			return Tasks.recurring("payment-reviews", Schedules.daily(clock.getZone(), BEFORE_THE_DIGEST))
				.execute((instance, context) -> reviews.remind());
		}

	}

}
