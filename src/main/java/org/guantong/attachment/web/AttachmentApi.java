package org.guantong.attachment.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import org.guantong.attachment.Attachment;
import org.guantong.attachment.AttachmentService;
import org.guantong.attachment.NewAttachment;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Files of things for programs. */
@RestController
@RequestMapping("/api/attachments/{kind}/{id}")
class AttachmentApi {

	private final AttachmentService attachments;

	AttachmentApi(AttachmentService attachments) {
		this.attachments = attachments;
	}

	record AttachmentJson(long id, String name, String type, long size, String sha256, String description,
			String addedBy, Instant addedAt) {
	}

	@GetMapping
	List<AttachmentJson> list(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id) {
		return attachments.open(me, ref(kind, id)).files().stream().map(AttachmentApi::json).toList();
	}

	/** Takes the file as the part {@code file}. */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	AttachmentJson add(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id,
			@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String description,
			@RequestParam(defaultValue = "false") boolean notClassified) throws IOException {
		return json(attachments.add(me, ref(kind, id),
				new NewAttachment(file.getOriginalFilename(), file.getBytes(), description.strip(), notClassified)));
	}

	@GetMapping("/{file}/content")
	ResponseEntity<byte[]> content(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id,
			@PathVariable long file) {
		return attachments.file(me, ref(kind, id), file).download();
	}

	@DeleteMapping("/{file}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id,
			@PathVariable long file) {
		attachments.remove(me, ref(kind, id), file);
	}

	private static AttachmentJson json(Attachment one) {
		return new AttachmentJson(one.id(), one.name(), one.kind().type().toString(), one.size(), one.sha256(),
				one.description(), one.addedBy(), one.addedAt());
	}

	private static Ref ref(String kind, long id) {
		return new Ref(Kind.ofSlug(kind), id);
	}

}
