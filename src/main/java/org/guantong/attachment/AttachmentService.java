package org.guantong.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.document.DocumentFile;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/** Files of things: looked at, added, handed out, removed. */
@Service
@EnableConfigurationProperties(AttachmentLimits.class)
@Transactional
public class AttachmentService {

	private static final int LONGEST_NAME = 150;

	private static final int LONGEST_DESCRIPTION = 200;

	private final AttachmentOwners owners;

	private final AttachmentRows rows;

	private final AttachmentLimits limits;

	private final AuditTrail audit;

	AttachmentService(AttachmentOwners owners, AttachmentRows rows, AttachmentLimits limits, AuditTrail audit) {
		this.owners = owners;
		this.rows = rows;
		this.limits = limits;
		this.audit = audit;
	}

	/**
	 * A thing's files, oldest first.
	 * @throws NotFound for those who may not read the thing
	 */
	@PreAuthorize("@attachmentPermissions.mayRead(#actor, #subject)")
	@Transactional(readOnly = true)
	public AttachmentShelf open(Person actor, Ref subject) {
		AttachmentOwner owner = owners.require(subject.kind());
		return new AttachmentShelf(owner.place(actor, subject.id()), rows.of(subject),
				owner.isOpen(actor, subject.id()), limits);
	}

	/**
	 * Adds a file; the same content a second time changes nothing.
	 * @return the file, or the one that was there already
	 * @throws InvalidInput when the declaration is missing, or the file is too large or
	 * not one that is taken
	 * @throws Stale when the thing takes no more files
	 */
	@PreAuthorize("@attachmentPermissions.mayChange(#actor, #subject)")
	public Attachment add(Person actor, Ref subject, NewAttachment wanted) {
		owners.require(subject.kind()).requireOpen(actor, subject.id());
		String name = tidy(wanted.fileName());
		FileKind kind = check(name, wanted);
		String sha256 = digest(wanted.content());
		rows.lock(subject);
		List<Attachment> there = rows.of(subject);
		return there.stream()
			.filter((one) -> one.sha256().equals(sha256))
			.findFirst()
			.orElseGet(() -> keep(actor, subject, there, name, kind, sha256, wanted));
	}

	/**
	 * Takes a file away.
	 * @throws Stale when the thing's files are settled
	 */
	@PreAuthorize("@attachmentPermissions.mayChange(#actor, #subject)")
	public void remove(Person actor, Ref subject, long id) {
		owners.require(subject.kind()).requireOpen(actor, subject.id());
		Attachment attachment = require(subject, id);
		rows.remove(id);
		audit.record(actor, "attachment.removed", subject, attachment.name() + " " + attachment.sha256());
	}

	/**
	 * The file itself. That somebody of another organisation fetched it goes on record.
	 * @throws NotFound when there is none, or not for this person
	 */
	@PreAuthorize("@attachmentPermissions.mayRead(#actor, #subject)")
	public DocumentFile file(Person actor, Ref subject, long id) {
		Attachment attachment = require(subject, id);
		if (owners.require(subject.kind()).place(actor, subject.id()).organisationId() != actor.organisationId()) {
			audit.record(actor, "attachment.fetched", subject, attachment.name());
		}
		return new DocumentFile(attachment.name(), attachment.kind().type(), rows.content(id));
	}

	private Attachment keep(Person actor, Ref subject, List<Attachment> there, String name, FileKind kind,
			String sha256, NewAttachment wanted) {
		if (there.size() >= limits.files()) {
			throw InvalidInput.of("file", "attachment.problem.many", limits.files());
		}
		if (there.stream().mapToLong(Attachment::size).sum() + wanted.content().length > limits.totalBytes()) {
			throw InvalidInput.of("file", "attachment.problem.total", limits.totalMegabytes());
		}
		long id = rows.add(subject, name, kind, sha256, wanted, actor);
		audit.record(actor, "attachment.added", subject, name + " " + sha256);
		return require(subject, id);
	}

	private FileKind check(String name, NewAttachment wanted) {
		if (wanted.content().length == 0) {
			throw InvalidInput.of("file", "attachment.problem.none");
		}
		if (wanted.content().length > limits.fileBytes()) {
			throw InvalidInput.of("file", "attachment.problem.size", limits.fileMegabytes());
		}
		if (wanted.description().length() > LONGEST_DESCRIPTION) {
			throw InvalidInput.of("description", "attachment.problem.description", LONGEST_DESCRIPTION);
		}
		if (!wanted.notClassified()) {
			throw InvalidInput.of("notClassified", "attachment.problem.declaration");
		}
		return FileCheck.kindOf(name, wanted.content());
	}

	private Attachment require(Ref subject, long id) {
		return rows.find(subject, id).orElseThrow(() -> new NotFound("attachment", id));
	}

	/**
	 * Only the name, without folders, control and direction marks; the ending is kept.
	 */
	private static String tidy(String fileName) {
		String name = fileName == null ? "" : fileName.replaceAll("(?s)^.*[\\\\/]", "");
		name = name.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]+", "_").strip();
		int start = Math.max(0, name.length() - LONGEST_NAME);
		return name.substring(start > 0 && Character.isLowSurrogate(name.charAt(start)) ? start + 1 : start);
	}

	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
