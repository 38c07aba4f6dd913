package org.guantong.notification;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The one pair of templates all mails share. Kept apart from the pages' engine, which
 * knows no plain text and decorates with the site's layout.
 */
class LetterTemplates {

	private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt");

	private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html");

	String text(Context context) {
		return text.process("notice", context);
	}

	String html(Context context) {
		return html.process("notice", context);
	}

	private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("mail/");
		resolver.setSuffix(suffix);
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		return engine;
	}

}
