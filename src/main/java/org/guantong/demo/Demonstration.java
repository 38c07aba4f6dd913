package org.guantong.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plays the demonstration when the application starts on an empty database. Until it is
 * over {@link StillPreparing} answers for the site. It begins when everything else has
 * started: the engine runs its jobs no earlier, and the processes need them.
 */
@ForDemonstration
class Demonstration {

	static final String STARTED = "demonstration.started";

	static final String FINISHED = "demonstration.finished";

	private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

	private final List<DemoStage> stages;

	private final DemoMark mark;

	private final StillPreparing preparing;

	private final JdbcClient jdbc;

	private final ApplicationContext context;

	private final AtomicBoolean begun = new AtomicBoolean();

	Demonstration(List<DemoStage> stages, DemoMark mark, StillPreparing preparing, JdbcClient jdbc,
			ApplicationContext context) {
		this.stages = stages;
		this.mark = mark;
		this.preparing = preparing;
		this.jdbc = jdbc;
		this.context = context;
	}

	@EventListener
	void begin(AvailabilityChangeEvent<ReadinessState> event) {
		if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && begun.compareAndSet(false, true)) {
			AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
			playIfEmpty();
			preparing.over();
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
		}
	}

	private void playIfEmpty() {
		if (isEmpty()) {
			play();
		}
		else if (mark.isSet(STARTED) && !mark.isSet(FINISHED)) {
			LOG.error("The demonstration was interrupted and is incomplete: stop, delete the folder ./data "
					+ "(or the database) and start again.");
		}
	}

	private boolean isEmpty() {
		return jdbc.sql("select not exists (select 1 from account)").query(Boolean.class).single();
	}

	private void play() {
		long start = System.nanoTime();
		LocaleContextHolder.setLocale(Locale.CHINESE);
		try {
			LOG.info("The database is empty: playing the demonstration, which takes about a minute");
			stages.forEach(this::play);
			mark.set(FINISHED);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
		LOG.info("The demonstration is ready after {} s; the sign-in page offers its people", seconds(start));
	}

	private void play(DemoStage stage) {
		long start = System.nanoTime();
		String result = stage.play();
		LOG.info("{} ({} s)", result, seconds(start));
	}

	private static long seconds(long start) {
		return Duration.ofNanos(System.nanoTime() - start).toSeconds();
	}

}
