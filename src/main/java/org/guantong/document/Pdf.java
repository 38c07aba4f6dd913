package org.guantong.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.zip.CRC32;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Makes a PDF of a page: A4, tagged for screen readers, with the characters of its own
 * text embedded. The same content gives the same bytes, and no file names a person as its
 * author.
 */
@Component
public class Pdf {

	private static final String FAMILY = "Noto Sans SC";

	static {
		XRLog.listRegisteredLoggers().forEach((logger) -> XRLog.setLevel(logger, Level.WARNING));
	}

	private final SpringTemplateEngine templates;

	private final ApplicationContext beans;

	Pdf(SpringTemplateEngine templates, ApplicationContext beans) {
		this.templates = templates;
		this.beans = beans;
	}

	/**
	 * Renders a template of the site.
	 * @param template its name, e.g. {@code guide/print}: a whole page in well-formed
	 * XHTML whose head takes {@code ~{document/parts :: head(title)}}; it can load
	 * nothing from elsewhere
	 * @param title the title in the file's properties
	 * @param at what the file says of when it was made
	 */
	public byte[] render(String template, Map<String, ?> model, String title, Locale locale, Instant at) {
		Context context = new Context(locale);
		model.forEach(context::setVariable);
		context.setVariable("title", title);
		context.setVariable("author", Authorship.PRODUCT);
		context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(beans, null));
		return print(templates.process(template, context), title, at);
	}

	private static byte[] print(String html, String title, Instant at) {
		PdfRendererBuilder builder = new PdfRendererBuilder().withHtmlContent(ChineseType.everyday(html), "about:blank")
			.useFont(ChineseType.REGULAR::open, FAMILY, 400, FontStyle.NORMAL, true)
			.useFont(ChineseType.BOLD::open, FAMILY, 700, FontStyle.NORMAL, true)
			.usePdfUaAccessibility(true)
			.withProducer(Authorship.PRODUCT)
			.useExternalResourceAccessControl((address, type) -> false,
					ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
			.useExternalResourceAccessControl((address, type) -> false,
					ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument pdf = renderer.createPDFKeepOpen()) {
			describe(pdf, title, at);
			pdf.setDocumentId(fingerprint(html));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			pdf.save(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void describe(PDDocument pdf, String title, Instant at) {
		PDDocumentInformation information = pdf.getDocumentInformation();
		information.setTitle(title);
		information.setAuthor(Authorship.PRODUCT);
		information.setCreator(Authorship.PRODUCT);
		information.setProducer(Authorship.PRODUCT);
		Calendar moment = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"));
		moment.setTimeInMillis(at.toEpochMilli());
		information.setCreationDate(moment);
		information.setModificationDate(moment);
	}

	private static long fingerprint(String html) {
		CRC32 sum = new CRC32();
		sum.update(html.getBytes(StandardCharsets.UTF_8));
		return sum.getValue();
	}

}
