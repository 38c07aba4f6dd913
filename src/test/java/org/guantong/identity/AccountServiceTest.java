package org.guantong.identity;

import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditTrail;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Calls services as a process or a demonstration does: without any web session. */
@GuantongTest
class AccountServiceTest {

	@Autowired
	private AccountService accounts;

	@Autowired
	private ProfileService profiles;

	@Autowired
	private People people;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Given given;

	private Person admin;

	@BeforeEach
	void anAdministratorAndNobodySignedIn() {
		admin = given.person("管理员", given.organisation("FUNDER", "基金委"), Role.ADMIN);
		assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
	}

	@Test
	void anAdministratorOpensAnAccountAndItIsOnRecord() {
		Person opened = accounts.open(admin, wanted("新人", admin.organisationId(), Role.OFFICER)).person();

		assertThat(people.byUsername(opened.username())).contains(opened);
		assertThat(accounts.details(admin, opened.id()).mustChangePassword()).isTrue();
		assertThat(trail.entriesFor(new Ref(Kind.ACCOUNT, opened.id()))).extracting(AuditEntry::action)
			.containsExactly("account.opened");
	}

	@ParameterizedTest
	@EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
	void nobodyButAnAdministratorManagesAccounts(Role role) {
		Person other = given.person("某人", given.organisation("FUNDER", "基金委"), role);

		assertThatThrownBy(() -> accounts.open(other, wanted("新人", other.organisationId(), Role.ADMIN)))
			.isInstanceOf(AccessDeniedException.class);
		assertThatThrownBy(() -> accounts.change(other, other.id(), change(other, Set.of(Role.ADMIN), true, 1)))
			.isInstanceOf(AccessDeniedException.class);
		assertThatThrownBy(() -> accounts.resetPassword(other, admin.id())).isInstanceOf(AccessDeniedException.class);
		assertThatThrownBy(() -> accounts.find(other, "", 0)).isInstanceOf(AccessDeniedException.class);
		assertThat(people.require(other.id()).roles()).containsExactly(role);
	}

	@Test
	void rolesChangeAndAStaleFormIsRefused() {
		Person expert = given.person("专家", given.organisation("HOST", "大学"), Role.EXPERT);
		int version = accounts.details(admin, expert.id()).version();

		accounts.change(admin, expert.id(), change(expert, Set.of(Role.EXPERT, Role.PI), true, version));

		assertThat(people.require(expert.id()).roles()).containsExactlyInAnyOrder(Role.EXPERT, Role.PI);
		assertThatThrownBy(() -> accounts.change(admin, expert.id(), change(expert, Set.of(Role.HOST), true, version)))
			.isInstanceOf(Stale.class);
		assertThat(people.require(expert.id()).roles()).containsExactlyInAnyOrder(Role.EXPERT, Role.PI);
	}

	@Test
	void whatIsWrongIsNamedFieldByField() {
		InvalidInput refused = catchThrowableOfType(InvalidInput.class,
				() -> accounts.open(admin, new NewAccount("大写", " ", "nowhere", "fr", 0, Set.of())));

		assertThat(refused.problems()).extracting(FieldProblem::field)
			.containsExactlyInAnyOrder("username", "name", "email", "language", "organisationId", "roles");
	}

	@Test
	void aTakenUsernameIsRefused() {
		NewAccount wanted = wanted("新人", admin.organisationId(), Role.OFFICER);
		accounts.open(admin, wanted);

		assertThatThrownBy(() -> accounts.open(admin, wanted)).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("identity.problem.usernameTaken");
	}

	@Test
	void rolesFitTheOrganisation() {
		assertThatThrownBy(() -> accounts.open(admin, wanted("新人", admin.organisationId(), Role.PI)))
			.hasMessageContaining("identity.problem.rolesOfHost");
		assertThatThrownBy(() -> accounts.open(admin, wanted("新人", admin.organisationId(), Role.CO_FUNDER_LEADER)))
			.hasMessageContaining("identity.problem.rolesOfCoFunder");
	}

	@Test
	void anUnknownAccountIsNotFound() {
		assertThatThrownBy(() -> accounts.details(admin, Long.MAX_VALUE)).isInstanceOf(NotFound.class);
	}

	@Test
	void accountsAreFoundByPartOfTheirNameAndWildcardsMeanThemselves() {
		Person odd = given.person("百分_百%人", given.organisation("HOST", "大学"), Role.EXPERT);

		assertThat(accounts.find(admin, "分_百%", 0).getContent()).extracting(AccountDetails::person).contains(odd);
		assertThat(accounts.find(admin, "百_百", 0).getContent()).extracting(AccountDetails::person).doesNotContain(odd);
	}

	@Test
	void aPasswordMustBeLongAndNotEasyToGuess() {
		Person officer = given.officer();

		for (String bad : new String[] { "short", "aaaaaaaaaaaaaa", officer.username() + "123456", "密".repeat(30) }) {
			assertThatThrownBy(() -> profiles.changePassword(officer, "password", bad, bad, "here"))
				.isInstanceOf(InvalidInput.class)
				.hasMessageContaining("wanted");
		}
		assertThatThrownBy(() -> profiles.changePassword(officer, "wrong", "long enough 1", "long enough 1", "here"))
			.hasMessageContaining("identity.problem.currentPassword");
	}

	private NewAccount wanted(String name, long organisation, Role role) {
		return new NewAccount("n" + given.number(), name, "n@example.org", "zh", organisation, Set.of(role));
	}

	private static AccountChange change(Person person, Set<Role> roles, boolean enabled, int version) {
		return new AccountChange(person.name(), person.email(), person.organisationId(), roles, enabled, version);
	}

}
