package org.guantong.identity;

import java.util.List;
import java.util.TreeSet;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/** Opens, changes and closes accounts, for an administrator. */
@Service
public class AccountService {

	private static final int PAGE_SIZE = 20;

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final AccountRules rules;

	private final People people;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	AccountService(JdbcClient jdbc, Accounts accounts, AccountRules rules, People people, PasswordEncoder passwords,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.rules = rules;
		this.people = people;
		this.passwords = passwords;
		this.events = events;
	}

	/** Opens an account; its one-time password is seen here and never again. */
	@Transactional
	@PreAuthorize("@identityPermissions.mayManageAccounts(#actor)")
	public OneTimePassword open(Person actor, NewAccount wanted) {
		rules.check(wanted);
		String password = OneTimePassword.random();
		try {
			Account opened = accounts.save(Account.opened(wanted, passwords.encode(password), true));
			record(actor, "account.opened", opened);
			return new OneTimePassword(people.require(opened.id()), password);
		}
		catch (DuplicateKeyException ex) {
			throw InvalidInput.of("username", "identity.problem.usernameTaken", wanted.username());
		}
	}

	/** Changes an account; who is disabled or has lost a role notices at once. */
	@Transactional
	@PreAuthorize("@identityPermissions.mayManageAccounts(#actor)")
	public void change(Person actor, long id, AccountChange wanted) {
		rules.oneAtATime();
		Account before = accounts.require(id);
		rules.check(wanted);
		try {
			Account after = accounts.save(before.changed(wanted));
			rules.requireAnAdministrator();
			record(actor, "account.changed", after);
		}
		catch (OptimisticLockingFailureException ex) {
			throw new Stale("identity.stale.account");
		}
	}

	/** Replaces a forgotten password; sessions and tokens under the old one end. */
	@Transactional
	@PreAuthorize("@identityPermissions.mayManageAccounts(#actor)")
	public OneTimePassword resetPassword(Person actor, long id) {
		Account before = accounts.require(id);
		String password = OneTimePassword.random();
		Account after = accounts.save(before.withPassword(passwords.encode(password), true));
		record(actor, "account.password-reset", after);
		return new OneTimePassword(people.require(id), password);
	}

	/** The account of that id. */
	@Transactional(readOnly = true)
	@PreAuthorize("@identityPermissions.mayManageAccounts(#actor)")
	public AccountDetails details(Person actor, long id) {
		return details(accounts.require(id));
	}

	/**
	 * Accounts whose username, name, e-mail or organisation contains the words, by name.
	 * @param page from 0; {@value #PAGE_SIZE} accounts on each
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@identityPermissions.mayManageAccounts(#actor)")
	public Page<AccountDetails> find(Person actor, String words, int page) {
		String from = """
				from account a join organisation o on o.id = a.organisation_id
				where concat_ws(' ', a.username, a.name, a.email, o.name) ilike :words
				""";
		String pattern = LikePattern.containing(words);
		long total = jdbc.sql("select count(*) " + from).param("words", pattern).query(Long.class).single();
		List<AccountDetails> items = jdbc
			.sql("select a.id " + from + "order by a.name, a.id limit :limit offset :offset")
			.param("words", pattern)
			.param("limit", PAGE_SIZE)
			.param("offset", (long) page * PAGE_SIZE)
			.query(Long.class)
			.list()
			.stream()
			.map((id) -> details(accounts.require(id)))
			.toList();
		return new PageImpl<>(items, PageRequest.of(page, PAGE_SIZE), total);
	}

	/** Throws AccessDeniedException unless that person may manage accounts. */
	@PreAuthorize("@identityPermissions.mayManageAccounts(#actor)")
	public void requireManager(Person actor) {
		// the annotation is the rule
	}

	private AccountDetails details(Account account) {
		return new AccountDetails(people.require(account.id()), account.enabled(), account.mustChangePassword(),
				account.version());
	}

	private void record(Person actor, String action, Account account) {
		String detail = account.username() + " " + new TreeSet<>(account.roleSet())
				+ (account.enabled() ? "" : " disabled");
		events.publishEvent(new IdentityAct(actor, action, new Ref(Kind.ACCOUNT, account.id()), detail));
	}

}
