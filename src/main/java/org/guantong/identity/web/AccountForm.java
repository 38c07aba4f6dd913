package org.guantong.identity.web;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.guantong.identity.AccountChange;
import org.guantong.identity.AccountDetails;
import org.guantong.identity.NewAccount;
import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** What an administrator types about an account. */
class AccountForm {

	private String username = "";

	private String name = "";

	private String email = "";

	private String language = "zh";

	private Long organisationId;

	private Set<Role> roles = EnumSet.noneOf(Role.class);

	private boolean enabled = true;

	private int version;

	static AccountForm of(AccountDetails details) {
		Person person = details.person();
		AccountForm form = new AccountForm();
		form.username = person.username();
		form.name = person.name();
		form.email = person.email();
		form.language = person.language();
		form.organisationId = person.organisationId();
		form.roles = person.roles();
		form.enabled = details.enabled();
		form.version = details.version();
		return form;
	}

	NewAccount asNew() {
		return new NewAccount(username.strip().toLowerCase(Locale.ROOT), name.strip(), email.strip(), language,
				organisation(), roles);
	}

	AccountChange asChange() {
		return new AccountChange(name.strip(), email.strip(), organisation(), roles, enabled, version);
	}

	private long organisation() {
		return organisationId == null ? 0 : organisationId;
	}

	public String getUsername() {
		return username;
	}

	public void setUsername(String username) {
		this.username = username;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getEmail() {
		return email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public String getLanguage() {
		return language;
	}

	public void setLanguage(String language) {
		this.language = language;
	}

	public Long getOrganisationId() {
		return organisationId;
	}

	public void setOrganisationId(Long organisationId) {
		this.organisationId = organisationId;
	}

	public Set<Role> getRoles() {
		return roles;
	}

	public void setRoles(Set<Role> roles) {
		this.roles = roles == null ? EnumSet.noneOf(Role.class) : roles;
	}

	public boolean isEnabled() {
		return enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public int getVersion() {
		return version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

}
