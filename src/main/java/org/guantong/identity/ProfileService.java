package org.guantong.identity;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.signin.SignInLimits;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** What a person changes of their own account. */
@Service
public class ProfileService {

	private final Accounts accounts;

	private final AccountRules rules;

	private final PasswordEncoder passwords;

	private final SignInLimits limits;

	private final ApplicationEventPublisher events;

	ProfileService(Accounts accounts, AccountRules rules, PasswordEncoder passwords, SignInLimits limits,
			ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.rules = rules;
		this.passwords = passwords;
		this.limits = limits;
		this.events = events;
	}

	/** Changes where, and in which language, mails are sent. */
	@Transactional
	@PreAuthorize("@identityPermissions.mayChangeOwnAccount(#actor)")
	public void changeReach(Person actor, String email, String language) {
		AccountRules.refuse(rules.checkReach(email, language));
		Account account = accounts.require(actor.id());
		accounts.save(account.reachedAt(email, language));
		record(actor, "account.reach-changed", language);
	}

	/**
	 * Replaces the person's password; all their other sessions and their tokens end.
	 * @param address where the attempt comes from, as wrong ones are counted
	 * @return the number of the new password, for the session that goes on
	 */
	@Transactional
	@PreAuthorize("@identityPermissions.mayChangeOwnAccount(#actor)")
	public int changePassword(Person actor, String current, String wanted, String repeated, String address) {
		Account account = accounts.require(actor.id());
		limits.pay(account.username(), address);
		if (current == null || !passwords.matches(current, account.passwordHash())) {
			throw InvalidInput.of("current", "identity.problem.currentPassword");
		}
		limits.refund(account.username(), address);
		AccountRules.refuse(problems(account, current, wanted, repeated));
		Account changed = accounts.save(account.withPassword(passwords.encode(wanted), false));
		record(actor, "account.password-changed", "");
		return changed.passwordNumber();
	}

	private static List<FieldProblem> problems(Account account, String current, String wanted, String repeated) {
		List<FieldProblem> problems = new ArrayList<>(PasswordRules.check("wanted", wanted, account.username()));
		if (problems.isEmpty() && wanted.equals(current)) {
			problems.add(FieldProblem.of("wanted", "identity.problem.passwordSame"));
		}
		if (problems.isEmpty() && !wanted.equals(repeated)) {
			problems.add(FieldProblem.of("repeated", "identity.problem.passwordRepeat"));
		}
		return problems;
	}

	private void record(Person actor, String action, String detail) {
		events.publishEvent(new IdentityAct(actor, action, new Ref(Kind.ACCOUNT, actor.id()), detail));
	}

}
