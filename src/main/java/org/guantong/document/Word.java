package org.guantong.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.exception.RenderException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.springframework.stereotype.Component;

/**
 * Makes Word documents: the template in force, filled in. The same content gives the same
 * bytes, and no file names a person as its author.
 */
@Component
public class Word {

	// the first day a zip can tell
	private static final long ZIP_EPOCH = 315_532_800_000L + 86_400_000L;

	private final WordTemplates templates;

	Word(WordTemplates templates) {
		this.templates = templates;
	}

	/**
	 * Fills in the template in force.
	 * @param data by placeholder; lists are {@code List<Map<String, Object>>}
	 * @param title the title in the file's properties
	 * @param at what the file says of when it was made
	 */
	public byte[] render(WordKind kind, Map<String, Object> data, String title, Instant at) {
		return fill(templates.inForce(kind).content(), data, title, at);
	}

	/**
	 * As above, with charts where the template names them.
	 */
	public byte[] render(WordKind kind, Map<String, Object> data, List<WordChart> charts, String title, Instant at) {
		Map<String, Object> all = new HashMap<>(data);
		charts.forEach((chart) -> all.put(chart.name(), WordCharts.mark(chart)));
		return fill(templates.inForce(kind).content(), all, charts, title, at);
	}

	/**
	 * Number of the template in force, 0 for the standard one that never was replaced.
	 */
	public int templateNumber(WordKind kind) {
		return templates.inForce(kind).number();
	}

	static byte[] fill(byte[] template, Map<String, Object> data, String title, Instant at) {
		return fill(template, data, List.of(), title, at);
	}

	private static byte[] fill(byte[] template, Map<String, Object> data, List<WordChart> charts, String title,
			Instant at) {
		try (XWPFTemplate document = XWPFTemplate.compile(new ByteArrayInputStream(template), configuration())) {
			document.render(data);
			WordCharts.draw(document.getXWPFDocument(), charts);
			describe(document.getXWPFDocument().getProperties(), title, at);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			document.write(out);
			return withoutTimes(out.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Text, lists and tables only: a template can neither fetch pictures nor files. */
	static Configure configuration() {
		return Configure.builder().addPlugin('@', (element, data, template) -> {
			throw new RenderException("pictures are not filled in");
		}).addPlugin('+', (element, data, template) -> {
			throw new RenderException("documents are not put into documents");
		}).build();
	}

	private static void describe(POIXMLProperties properties, String title, Instant at) {
		POIXMLProperties.CoreProperties core = properties.getCoreProperties();
		core.setCreator(Authorship.PRODUCT);
		core.setLastModifiedByUser(Authorship.PRODUCT);
		core.setTitle(title);
		core.setDescription("");
		core.setKeywords("");
		core.setRevision("1");
		core.setCreated(Optional.of(Date.from(at)));
		core.setModified(Optional.of(Date.from(at)));
		POIXMLProperties.ExtendedProperties extended = properties.getExtendedProperties();
		extended.setCompany("");
		extended.setManager("");
	}

	private static byte[] withoutTimes(byte[] packed) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length);
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(packed));
				ZipOutputStream to = new ZipOutputStream(out)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				ZipEntry same = new ZipEntry(entry.getName());
				same.setTime(ZIP_EPOCH);
				to.putNextEntry(same);
				from.transferTo(to);
				to.closeEntry();
			}
		}
		return out.toByteArray();
	}

}
