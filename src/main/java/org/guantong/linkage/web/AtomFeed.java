package org.guantong.linkage.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An Atom feed, as RFC 4287 wants it, in pages as of RFC 5005.
 *
 * @param next address of the page of older entries; null when there are none
 */
record AtomFeed(String title, String author, String self, String page, String next, List<Entry> entries) {

	/**
	 * @param address of its page, which is also its id
	 */
	record Entry(String address, String title, Instant updated, String summary) {
	}

	/**
	 * @param now when it was last updated, where it has no entries
	 */
	byte[] write(Instant now) {
		StringWriter text = new StringWriter();
		try {
			XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeStartElement("feed");
			xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
			element(xml, "title", title);
			element(xml, "id", self);
			link(xml, "self", self);
			link(xml, "alternate", page);
			if (next != null) {
				link(xml, "next", next);
			}
			element(xml, "updated",
					entries.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(now).toString());
			xml.writeStartElement("author");
			element(xml, "name", author);
			xml.writeEndElement();
			for (Entry entry : entries) {
				write(xml, entry);
			}
			xml.writeEndElement();
			xml.writeEndDocument();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
		xml.writeStartElement("entry");
		element(xml, "title", entry.title());
		element(xml, "id", entry.address());
		link(xml, "alternate", entry.address());
		element(xml, "updated", entry.updated().toString());
		element(xml, "summary", entry.summary());
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
