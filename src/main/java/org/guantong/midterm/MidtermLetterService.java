package org.guantong.midterm;

import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.document.DocumentFile;
import org.guantong.document.Pdf;
import org.guantong.identity.Person;
import org.guantong.shared.NotFound;

/**
 * The letter that tells PI and host what was decided (处理决定书). It names nobody who
 * reviewed.
 */
@Service
@Transactional(readOnly = true)
public class MidtermLetterService {

	private final MidtermBoard board;

	private final Pdf pdf;

	private final MessageSource messages;

	MidtermLetterService(MidtermBoard board, Pdf pdf, MessageSource messages) {
		this.board = board;
		this.pdf = pdf;
		this.messages = messages;
	}

	/**
	 * The letter as a file, the same whenever it is fetched.
	 * @throws NotFound for those its project is no concern of, and while the decision is
	 * not out
	 */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	public DocumentFile letter(Person actor, long checkId, long decisionId, Locale locale) {
		MidtermDetail detail = board.detail(actor, checkId);
		MidtermDecision decision = detail.decisions()
			.stream()
			.filter((one) -> one.id() == decisionId && one.issuedAt() != null)
			.findFirst()
			.orElseThrow(() -> new NotFound("letter", decisionId));
		String title = messages.getMessage("midterm.letter", null, locale);
		return DocumentFile.pdf(title + "-" + decision.letterNumber() + ".pdf", pdf.render("midterm/letter",
				Map.of("detail", detail, "decision", decision), title, locale, decision.issuedAt()));
	}

}
