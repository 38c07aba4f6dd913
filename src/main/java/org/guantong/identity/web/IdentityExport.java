package org.guantong.identity.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.AccountDetails;
import org.guantong.identity.AccountService;
import org.guantong.identity.Organisation;
import org.guantong.identity.OrganisationService;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The lists of accounts and of organisations as workbooks. */
@Controller
class IdentityExport {

	private static final Sheet<AccountDetails> ACCOUNTS = Sheet.<AccountDetails>of("app.nav.accounts")
		.text("identity.name", (account) -> account.person().name())
		.text("identity.username", (account) -> account.person().username())
		.text("identity.organisation", (account) -> account.person().organisationName())
		.words("identity.role",
				(account) -> account.person().roles().stream().sorted().map((role) -> "identity.role." + role).toList())
		.text("identity.email", (account) -> account.person().email())
		.word("identity.account.state",
				(account) -> account.enabled() ? "identity.column.enabled" : "identity.column.disabled");

	private static final Sheet<Organisation> ORGANISATIONS = Sheet.<Organisation>of("app.nav.organisations")
		.text("identity.organisation.name", Organisation::name)
		.word("identity.organisation.kind", (one) -> "identity.organisation.kind." + one.kind())
		.text("identity.organisation.region", Organisation::region)
		.text("identity.organisation.creditCode", Organisation::creditCode);

	private final AccountService accounts;

	private final OrganisationService organisations;

	private final AllPages pages;

	private final SheetWriter writer;

	IdentityExport(AccountService accounts, OrganisationService organisations, AllPages pages, SheetWriter writer) {
		this.accounts = accounts;
		this.organisations = organisations;
		this.pages = pages;
		this.writer = writer;
	}

	@GetMapping({ "/admin/accounts.xlsx", "/api/admin/accounts.xlsx" })
	ResponseEntity<byte[]> accounts(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String q,
			Locale locale) {
		List<AccountDetails> rows = pages.of((page) -> accounts.find(me, q, page).getContent());
		return writer.answer(locale, ACCOUNTS.with(rows));
	}

	@GetMapping({ "/admin/organisations.xlsx", "/api/admin/organisations.xlsx" })
	ResponseEntity<byte[]> organisations(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String q,
			Locale locale) {
		List<Organisation> rows = pages.of((page) -> organisations.find(me, q, page).getContent());
		return writer.answer(locale, ORGANISATIONS.with(rows));
	}

}
