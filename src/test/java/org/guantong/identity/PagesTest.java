package org.guantong.identity;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.Site.Browser;
import org.guantong.testing.Site.Reply;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class PagesTest {

	@Autowired
	private Site site;

	@Autowired
	private Given given;

	@Autowired
	private AccountService accounts;

	@Autowired
	private Substitutions substitutions;

	private Person admin;

	private Browser browser;

	@BeforeEach
	void anAdministratorAndABrowser() {
		admin = given.person("管理员", given.organisation("FUNDER", "基金委"), Role.ADMIN);
		browser = site.browser();
	}

	@Test
	void whoeverIsNotSignedInIsAskedToAndThenShownWhatTheyWanted() {
		assertThat(browser.get("/profile").path()).isEqualTo("/login");

		Reply page = browser.post("/login", Map.of("username", admin.username(), "password", "password"));

		assertThat(page.path()).isEqualTo("/profile");
		assertThat(page.body()).contains(admin.name(), admin.organisationName());
	}

	@Test
	void theSignInPageSpeaksOfSigningOutOnlyAfterwards() {
		assertThat(browser.get("/login").body()).doesNotContain("您已安全退出");
		assertThat(browser.get("/login?signed-out").body()).contains("您已安全退出");
	}

	@Test
	void aWrongPasswordIsExplainedAndTheUsernameKept() {
		Reply page = signIn(browser, admin.username(), "wrong");

		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).contains("用户名或密码不正确", "value=\"" + admin.username() + "\"");
	}

	@Test
	void tooManyWrongPasswordsAreToldHowLongToWait() {
		Reply page = null;
		for (int i = 0; i < 6; i++) {
			page = signIn(browser, admin.username(), "wrong");
		}

		assertThat(page.status()).isEqualTo(429);
		assertThat(page.body()).contains("请等待 3 分钟");
	}

	@Test
	void aFormWithoutItsHiddenTokenIsRefused() {
		signIn(browser, admin.username(), "password");
		Browser other = site.browser();

		assertThat(other.post("/login", Map.of("username", admin.username(), "password", "password")).status())
			.isEqualTo(403);
	}

	@Test
	void signingOutEndsTheSession() {
		signIn(browser, admin.username(), "password");
		browser.get("/profile");

		assertThat(browser.post("/logout", Map.of()).body()).contains("您已安全退出");
		assertThat(browser.get("/profile").path()).isEqualTo("/login");
	}

	@Test
	void pagesCarryTheirSafetyHeaders() {
		Reply page = browser.get("/login");

		assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'")
			.doesNotContain("script-src");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("Set-Cookie")).contains("SESSION=", "HttpOnly", "SameSite=Lax");
	}

	@Test
	void aNewcomerChoosesAPasswordBeforeAnythingElse() {
		signIn(browser, admin.username(), "password");
		browser.get("/admin/accounts/new");
		String username = "n" + given.number();
		String opened = browser
			.post("/admin/accounts", Map.of("username", username, "name", "新人", "email", "n@example.org", "language",
					"zh", "organisationId", "" + admin.organisationId(), "roles", "OFFICER"))
			.body();
		String oneTime = opened.replaceFirst("(?s).*<code[^>]*>([^<]+)</code>.*", "$1");
		assertThat(browser.get("/admin/accounts").body()).doesNotContain(oneTime);

		Browser newcomer = site.browser();
		signIn(newcomer, username, oneTime);
		assertThat(newcomer.get("/profile").path()).isEqualTo("/profile/password");
		assertThat(newcomer.get("/admin/audit").path()).isEqualTo("/profile/password");
		Reply changed = newcomer.post("/profile/password",
				Map.of("current", oneTime, "wanted", "my own password", "repeated", "my own password"));

		assertThat(changed.path()).isEqualTo("/profile");
		assertThat(newcomer.get("/admin/audit").status()).isEqualTo(200);
	}

	@Test
	void whatWasTypedWrongIsKeptAndExplained() {
		signIn(browser, admin.username(), "password");
		browser.get("/admin/accounts/new");

		Reply page = browser.post("/admin/accounts", Map.of("username", "Ab c", "name", "新人", "email", "nowhere",
				"language", "zh", "organisationId", "", "roles", "OFFICER"));

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("value=\"Ab c\"", "value=\"nowhere\"", "请填写有效的电子邮箱", "请从列表中选择单位",
				"href=\"#email\"");
	}

	@Test
	void aLostRoleCountsAtOnceAndADisabledAccountIsOut() {
		Person other = given.person("官员", admin.organisationId(), Role.ADMIN);
		signIn(browser, other.username(), "password");
		assertThat(browser.get("/admin/accounts").status()).isEqualTo(200);

		change(other, Role.OFFICER, true);
		assertThat(browser.get("/admin/accounts").status()).isEqualTo(403);
		change(other, Role.OFFICER, false);
		assertThat(browser.get("/profile").path()).isEqualTo("/login");
	}

	@Test
	void theRecordIsForTheOfficeAndAuditorsOnly() {
		Person auditor = given.person("审计", admin.organisationId(), Role.AUDITOR);
		Person expert = given.person("专家", admin.organisationId(), Role.EXPERT);
		signIn(browser, auditor.username(), "password");
		Browser other = site.browser();
		signIn(other, expert.username(), "password");

		Reply page = browser.get("/admin/audit?check=true&kind=account&subject=" + auditor.id());

		assertThat(page.body()).contains("记录完整", "登录</td>");
		assertThat(other.get("/admin/audit").status()).isEqualTo(403);
		assertThat(browser.get("/admin/accounts").status()).isEqualTo(403);
		assertThat(browser.get("/actuator/prometheus").status()).isEqualTo(403);
	}

	@Test
	void anOfficerKeepsOrganisations() {
		signIn(browser, given.officer().username(), "password");
		browser.get("/admin/organisations/new");
		String name = "新单位" + given.number();

		Reply refused = browser.post("/admin/organisations",
				Map.of("name", name, "kind", "HOST", "creditCode", "123", "region", ""));
		Reply added = browser.post("/admin/organisations",
				Map.of("name", name, "kind", "HOST", "creditCode", "", "region", "辽宁"));
		Reply list = browser.get("/admin/organisations?q=" + name.substring(3));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("value=\"123\"", "统一社会信用代码须为");
		assertThat(added.body()).contains("单位已保存");
		assertThat(list.body()).contains(name, "辽宁");
		assertThat(browser.get("/admin/organisations/999999999").status()).isEqualTo(404);
	}

	@Test
	void aPersonNamesASubstituteAndChangesHowMailsReachThem() {
		Person colleague = given.person("同事", admin.organisationId(), Role.OFFICER);
		signIn(browser, admin.username(), "password");
		String today = browser.get("/profile").body().replaceFirst("(?s).*id=\"from\"[^>]*value=\"([^\"]+)\".*", "$1");

		Reply wrong = browser.post("/profile/absences",
				Map.of("substituteId", "" + colleague.id(), "from", today, "until", "soon"));
		browser.post("/profile/absences", Map.of("substituteId", "" + colleague.id(), "from", today, "until", today));
		Reply saved = browser.post("/profile", Map.of("email", "new@example.org", "language", "en"));

		assertThat(wrong.body()).contains("value=\"soon\"", "请选择不早于开始日期的结束日期");
		assertThat(substitutions.activeSubstitutesOf(admin.id())).containsExactly(colleague);
		assertThat(saved.body()).contains("value=\"new@example.org\"", colleague.name());
	}

	private static Reply signIn(Browser browser, String username, String password) {
		assertThat(browser.get("/login").status()).isEqualTo(200);
		return browser.post("/login", Map.of("username", username, "password", password));
	}

	private void change(Person person, Role role, boolean enabled) {
		accounts.change(admin, person.id(), new AccountChange(person.name(), person.email(), person.organisationId(),
				Set.of(role), enabled, accounts.details(admin, person.id()).version()));
	}

}
