package org.guantong.linkage.web;

import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.guantong.identity.Person;
import org.guantong.linkage.dossier.DossierService;

/** A project's dossier as a download. */
@Controller
class DossierController {

	private final DossierService dossiers;

	DossierController(DossierService dossiers) {
		this.dossiers = dossiers;
	}

	@GetMapping({ "/projects/{id}/dossier.zip", "/api/projects/{id}/dossier.zip" })
	ResponseEntity<byte[]> take(@AuthenticationPrincipal Person reader, @PathVariable long id, Locale locale) {
		return dossiers.of(reader, id, locale).download();
	}

}
