package org.guantong.identity;

import org.guantong.shared.Ref;

/**
 * Something was done to an account, an organisation or a substitution. Published inside
 * the transaction that did it, for those who keep the record; identity itself knows
 * nothing of them.
 *
 * @param actor null when the system itself did it
 * @param action {@code noun.verb}, e.g. {@code account.opened}
 * @param detail one line; no secrets
 */
public record IdentityAct(Person actor, String action, Ref subject, String detail) {
}
