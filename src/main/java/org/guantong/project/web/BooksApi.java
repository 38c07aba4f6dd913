package org.guantong.project.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.project.books.BooksService;
import org.guantong.project.books.BudgetYearService;
import org.guantong.project.books.Commitment;
import org.guantong.project.books.LineTransfer;
import org.guantong.project.books.LineYear;

/** Commitments and transfers between budget lines as JSON. Amounts in 元. */
@RestController
@RequestMapping("/api/projects/{id}")
class BooksApi {

	private final BooksService books;

	private final BudgetYearService years;

	BooksApi(BooksService books, BudgetYearService years) {
		this.books = books;
		this.years = years;
	}

	record Signed(String line, LocalDate signedOn, BigDecimal amount, String note) {
	}

	record Settled(boolean paid, LocalDate on) {
	}

	record Proposed(String from, String to, BigDecimal amount, String reason) {
	}

	record Recorded(long id) {
	}

	@GetMapping("/commitments")
	List<Commitment> commitments(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return books.commitments(actor, id);
	}

	@PostMapping("/commitments")
	@ResponseStatus(HttpStatus.CREATED)
	Recorded commit(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Signed signed) {
		return new Recorded(books.commit(actor, id, signed.line(), signed.signedOn(), signed.amount(), signed.note()));
	}

	@PostMapping("/commitments/{commitment}/settle")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void settle(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long commitment,
			@RequestBody Settled settled) {
		books.settle(actor, id, commitment, settled.paid(), settled.on());
	}

	@GetMapping("/budget-years")
	Map<Integer, List<LineYear>> years(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return years.of(actor, id);
	}

	/** Amounts by {@code <line code>-<year>}. */
	@PutMapping("/budget-years")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void plan(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody Map<String, BigDecimal> wanted) {
		years.plan(actor, id, wanted);
	}

	@GetMapping("/budget-transfers")
	List<LineTransfer> transfers(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return books.transfers(actor, id);
	}

	@PostMapping("/budget-transfers")
	@ResponseStatus(HttpStatus.CREATED)
	LineTransfer propose(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Proposed proposed) {
		return books.propose(actor, id, proposed.from(), proposed.to(), proposed.amount(), proposed.reason());
	}

	@PostMapping("/budget-transfers/{transfer}/withdraw")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long transfer) {
		books.withdraw(actor, id, transfer);
	}

}
