package org.guantong.identity;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditTrail;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@GuantongTest
class SubstitutionsTest {

	@Autowired
	private SubstitutionService service;

	@Autowired
	private Substitutions substitutions;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Given given;

	@Autowired
	private TestClock clock;

	private Person absent;

	private Person colleague;

	private LocalDate today;

	@BeforeEach
	void twoOfOneOrganisation() {
		long organisation = given.organisation("CO_FUNDER", "科技厅");
		absent = given.person("外出人", organisation, Role.CO_FUNDER_CONTACT);
		colleague = given.person("同事", organisation, Role.CO_FUNDER_CONTACT);
		today = LocalDate.now(clock);
	}

	@AfterEach
	void backToNow() {
		clock.reset();
	}

	@Test
	void aSubstituteActsFromTheFirstDayToTheLast() {
		service.arrange(absent, absent.id(), colleague.id(), today.plusDays(1), today.plusDays(2));

		assertThat(substitutions.activeSubstitutesOf(absent.id())).isEmpty();
		clock.pass(Duration.ofDays(1));
		assertThat(substitutions.activeSubstitutesOf(absent.id())).containsExactly(colleague);
		assertThat(substitutions.peopleSubstitutedBy(colleague.id())).containsExactly(absent);
		assertThat(substitutions.peopleSubstitutedBy(absent.id())).isEmpty();
		clock.pass(Duration.ofDays(1));
		assertThat(substitutions.activeSubstitutesOf(absent.id())).containsExactly(colleague);
		clock.pass(Duration.ofDays(1));
		assertThat(substitutions.activeSubstitutesOf(absent.id())).isEmpty();
	}

	@Test
	void anEndedSubstitutionCountsNoMoreAndBothAreOnRecord() {
		service.arrange(absent, absent.id(), colleague.id(), today, today);

		service.end(absent, service.comingOf(absent, absent.id()).get(0).id());

		assertThat(substitutions.activeSubstitutesOf(absent.id())).isEmpty();
		assertThat(trail.entriesFor(new Ref(Kind.ACCOUNT, absent.id()))).extracting(AuditEntry::action)
			.containsExactly("substitution.arranged", "substitution.ended");
	}

	@Test
	void anOfficerMayArrangeItForSomebodyButAColleagueMayNot() {
		service.arrange(given.officer(), absent.id(), colleague.id(), today, today);

		assertThat(substitutions.activeSubstitutesOf(absent.id())).containsExactly(colleague);
		assertThatThrownBy(() -> service.arrange(colleague, absent.id(), colleague.id(), today, today))
			.isInstanceOf(AccessDeniedException.class);
	}

	@Test
	void somebodyElsesSubstitutionIsNotFound() {
		service.arrange(absent, absent.id(), colleague.id(), today, today);
		long id = service.comingOf(absent, absent.id()).get(0).id();

		assertThatThrownBy(() -> service.end(colleague, id)).isInstanceOf(NotFound.class);
		assertThat(substitutions.activeSubstitutesOf(absent.id())).isNotEmpty();
	}

	@Test
	void onlyAnotherPersonOfTheSameOrganisationStandsIn() {
		Person stranger = given.person("外人", given.organisation("HOST", "大学"), Role.HOST);

		for (Long wrong : new Long[] { stranger.id(), absent.id(), null }) {
			assertThatThrownBy(() -> service.arrange(absent, absent.id(), wrong, today, today))
				.isInstanceOf(InvalidInput.class)
				.hasMessageContaining("substituteId");
		}
	}

	@Test
	void daysInThePastOrInTheWrongOrderAreRefused() {
		assertThatThrownBy(() -> service.arrange(absent, absent.id(), colleague.id(), today.minusDays(1), today))
			.hasMessageContaining("identity.problem.from");
		assertThatThrownBy(
				() -> service.arrange(absent, absent.id(), colleague.id(), today.plusDays(2), today.plusDays(1)))
			.hasMessageContaining("identity.problem.until");
		assertThatThrownBy(() -> service.arrange(absent, absent.id(), colleague.id(), today, today.plusYears(2)))
			.hasMessageContaining("identity.problem.untilTooLate");
	}

}
