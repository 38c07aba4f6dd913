package org.guantong.linkage.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import org.guantong.linkage.Portal;
import org.guantong.linkage.PublicDirection;

/** Published directions as an Atom feed (RFC 4287). */
@Controller
class FeedController {

	private static final int ENTRIES = 50;

	private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

	private final Portal portal;

	private final MessageSource messages;

	private final Clock clock;

	private final String site;

	FeedController(Portal portal, MessageSource messages, Clock clock, @Value("${guantong.base-url}") String site) {
		this.portal = portal;
		this.messages = messages;
		this.clock = clock;
		this.site = site;
	}

	@GetMapping("/public/feed")
	ResponseEntity<byte[]> feed(Locale locale) throws XMLStreamException {
		List<PublicDirection> directions = portal.directions("", "", 0, ENTRIES);
		StringWriter text = new StringWriter();
		XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
		xml.writeStartDocument("UTF-8", "1.0");
		xml.writeStartElement("feed");
		xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
		element(xml, "title", messages.getMessage("linkage.feed.title", null, locale));
		element(xml, "id", site + "/public/feed");
		link(xml, "self", site + "/public/feed");
		link(xml, "alternate", site + "/public/directions");
		element(xml, "updated", (directions.isEmpty() ? clock.instant() : directions.get(0).publishedAt()).toString());
		xml.writeStartElement("author");
		element(xml, "name", messages.getMessage("app.name", null, locale));
		xml.writeEndElement();
		for (PublicDirection direction : directions) {
			entry(xml, direction);
		}
		xml.writeEndElement();
		xml.writeEndDocument();
		return ResponseEntity.ok().contentType(ATOM).body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void entry(XMLStreamWriter xml, PublicDirection direction) throws XMLStreamException {
		String address = site + "/public/directions/" + direction.id();
		xml.writeStartElement("entry");
		element(xml, "title", direction.title());
		element(xml, "id", address);
		link(xml, "alternate", address);
		element(xml, "updated", direction.publishedAt().toString());
		element(xml, "summary", direction.roundTitle() + " · " + direction.fieldName());
		xml.writeEndElement();
	}

	private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
		xml.writeEmptyElement("link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("href", address);
	}

}
