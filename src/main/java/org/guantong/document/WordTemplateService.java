package org.guantong.document;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;

/** The templates of Word documents: looked at, tried, replaced, put back. */
@Service
@Transactional
public class WordTemplateService {

	private final ObjectProvider<WordKind> kinds;

	private final WordTemplates templates;

	private final AuditTrail audit;

	private final Clock clock;

	WordTemplateService(ObjectProvider<WordKind> kinds, WordTemplates templates, AuditTrail audit, Clock clock) {
		this.kinds = kinds;
		this.templates = templates;
		this.audit = audit;
		this.clock = clock;
	}

	@PreAuthorize("@documentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public List<TemplateView> all(Person actor) {
		return kinds.orderedStream().map(this::view).toList();
	}

	/**
	 * @throws NotFound when no module makes such a document
	 */
	@PreAuthorize("@documentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public TemplateView open(Person actor, String kind) {
		return view(require(kind));
	}

	/** The template of that number as it was put in force; 0 is the standard one. */
	@PreAuthorize("@documentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public DocumentFile template(Person actor, String kind, int number) {
		return DocumentFile.word(kind + "-template-" + number + ".docx", find(kind, number).content());
	}

	/** That template filled in with made-up values. */
	@PreAuthorize("@documentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public DocumentFile trial(Person actor, String kind, int number) {
		byte[] filled = Word.fill(find(kind, number).content(), require(kind).sample(), kind, clock.instant());
		return DocumentFile.word(kind + "-trial-" + number + ".docx", filled);
	}

	/**
	 * Puts another template in force, after trying it.
	 * @param fileName what the file was called
	 * @throws org.guantong.shared.InvalidInput saying what is wrong with it
	 */
	@PreAuthorize("@documentPermissions.mayManage(#actor)")
	public void replace(Person actor, String kind, String fileName, byte[] content) {
		WordKind wanted = require(kind);
		WordTemplateCheck.require(wanted, content);
		put(actor, wanted, fileName, content);
	}

	/** Puts an earlier template in force again; 0 for the standard one. */
	@PreAuthorize("@documentPermissions.mayManage(#actor)")
	public void putBack(Person actor, String kind, int number) {
		WordKind wanted = require(kind);
		WordTemplates.Template earlier = find(kind, number);
		String name = templates.history(wanted)
			.stream()
			.filter((entry) -> entry.number() == number)
			.map(WordTemplates.Entry::fileName)
			.findFirst()
			.orElse("");
		put(actor, wanted, name, name.isEmpty() ? null : earlier.content());
	}

	private void put(Person actor, WordKind kind, String fileName, byte[] content) {
		String name = fileName == null ? "" : fileName.strip();
		long id = templates.put(kind, name.length() > 100 ? name.substring(name.length() - 100) : name, content, actor);
		audit.record(actor, "template.replaced", new Ref(Kind.DOCUMENT_TEMPLATE, id), kind.key() + " " + name);
	}

	private WordTemplates.Template find(String kind, int number) {
		return templates.find(require(kind), number).orElseThrow(() -> new NotFound("template", kind + "/" + number));
	}

	private WordKind require(String key) {
		return kinds.stream()
			.filter((kind) -> kind.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new NotFound("template", key));
	}

	private TemplateView view(WordKind kind) {
		return new TemplateView(kind, templates.inForce(kind).number(),
				templates.history(kind)
					.stream()
					.map((entry) -> new TemplateView.Put(entry.number(), entry.fileName(), entry.standard(),
							entry.size(), entry.by(), entry.at()))
					.toList());
	}

}
