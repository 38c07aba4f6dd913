package org.guantong.identity;

import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * Opens accounts when nobody is there yet who could: the first administrator, the people
 * of a demonstration, those of tests. No page and no API call may reach it; people open
 * accounts by {@link AccountService}.
 */
@Component
public class Bootstrap {

	private final Accounts accounts;

	private final People people;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	Bootstrap(Accounts accounts, People people, PasswordEncoder passwords, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.people = people;
		this.passwords = passwords;
		this.events = events;
	}

	/** Opens an account with a lasting password and answers the person it is for. */
	@Transactional
	public Person openBySystem(String username, String password, String name, String email, long organisationId,
			Set<Role> roles) {
		return open(new NewAccount(username, name, email, "zh", organisationId, roles), password, false);
	}

	/** The same with a password that has to be replaced at the first sign-in. */
	@Transactional
	public Person openWithOneTimePassword(NewAccount wanted, String password) {
		return open(wanted, password, true);
	}

	/**
	 * Opens accounts that share one lasting password, which is hashed but once: those of
	 * a demonstration.
	 */
	@Transactional
	public List<Person> openAllBySystem(List<NewAccount> wanted, String password) {
		String hash = passwords.encode(password);
		return wanted.stream().map((one) -> save(one, hash, false)).toList();
	}

	private Person open(NewAccount wanted, String password, boolean mustChange) {
		return save(wanted, passwords.encode(password), mustChange);
	}

	private Person save(NewAccount wanted, String hash, boolean mustChange) {
		Account opened = accounts.save(Account.opened(wanted, hash, mustChange));
		events.publishEvent(new IdentityAct(null, "account.opened", new Ref(Kind.ACCOUNT, opened.id()),
				wanted.username() + " " + wanted.roles()));
		return people.require(opened.id());
	}

}
