package org.guantong.workflow.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.guantong.shared.FieldProblem;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormTemplateTests {

	private static final String SCRIPT = "<script>alert('x')</script>";

	private final FormSchema schema = SampleForm.schema();

	private final ResourceBundleMessageSource messages = messages();

	private final SpringTemplateEngine engine = engine();

	private final Map<String, Object> data = new LinkedHashMap<>(SampleForm.PREFILLED);

	@Test
	void everyComponentIsRenderedWithItsLabelAndName() {
		String html = fields(Locale.CHINESE, Map.of());

		assertThat(html).contains("<input class=\"form-control\" type=\"text\" id=\"f-title\" name=\"title\"")
			.contains("type=\"email\" id=\"f-email\"", "type=\"tel\" id=\"f-phone\"", "type=\"date\" id=\"f-due\"")
			.contains("inputmode=\"decimal\"", "万元</span>", "value=\"24\"")
			.contains("<textarea class=\"form-control\" rows=\"5\" id=\"f-background\" name=\"background\"")
			.contains("<select class=\"form-select\" id=\"f-field\"", "<option value=\"BIO\">生物与农业</option>")
			.contains("type=\"radio\" id=\"f-grade\" name=\"grade\" value=\"A\"", "id=\"f-grade-1\"")
			.contains("type=\"checkbox\" id=\"f-criteria\" name=\"criteria\" value=\"science\"")
			.contains("name=\"experts\" value=\"7\"", ">王芳</label>")
			.contains("name=\"indicators[1].target\"", "value=\"add:indicators\"", "value=\"remove:indicators:1\"")
			.contains("name=\"lines[1].spent\"", "设备费")
			.contains("<legend class=\"h5\">基本情况</legend>", "赵主任", "<strong>如实</strong>填写 辽宁联合基金 的需求")
			.contains("<a href=\"/guide\">指南</a>", "name=\"agree\"", "D2026-LN-0001");
		assertThat(html).doesNotContain(" name=\"code\"", "add:lines", " name=\"lines[0].line\"");
	}

	@Test
	void whatWasTypedIsShownAgainAndNeverBecomesMarkup() {
		data.put("title", SCRIPT);
		data.put("background", SCRIPT + "</textarea>");
		data.put("fund", SCRIPT + "**x** [y](javascript:1) {{code}}");
		data.put("code", SCRIPT);
		data.put("amount", "\"><script>");
		data.put("indicators", List.of(Map.of("name", SCRIPT, "target", "x")));
		data.put("lines", List.of(Map.of("line", SCRIPT)));
		data.put("remarks", List.of(Map.of("who", SCRIPT)));
		data.put("candidates", List.of(Map.of("value", SCRIPT, "label", SCRIPT)));

		String html = page(Locale.CHINESE, Map.of("title", SCRIPT, SCRIPT, SCRIPT));

		assertThat(html).doesNotContain("<script", "href=\"javascript", "</textarea></textarea>")
			.contains("value=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\"", "value=\"&quot;&gt;&lt;script&gt;\"")
			.contains("**x** [y](javascript:1) {{code}}");
	}

	@Test
	void aProblemStandsBesideItsFieldAndInTheSummary() {
		Map<String, String> problems = ProblemTexts.of(List.of(FieldProblem.of("title", "form.tooLong", 10, 12),
				FieldProblem.of("title", "form.required"), FieldProblem.of("grade", "form.required.choice"),
				FieldProblem.of("indicators[0].target", "form.type.number")), messages, Locale.CHINESE);

		String html = page(Locale.CHINESE, problems);

		assertThat(html).contains("<a class=\"alert-link\" href=\"#f-title\">最多填写 10 个字，现在是 12 个字，请删减</a>")
			.contains("href=\"#f-indicators[0].target\">指标 1 · 目标：请填写数字，例如 1234.5</a>")
			.contains("aria-describedby=\"f-title-hint f-title-limit f-title-error\" aria-invalid=\"true\"")
			.contains("id=\"f-title-error\"", "id=\"f-grade-error\"", "id=\"f-indicators[0].target-error\"");
		assertThat(page(Locale.CHINESE, Map.of())).doesNotContain("error-summary", "aria-invalid");
	}

	@Test
	void labelsFollowTheReadersLanguage() {
		String english = page(Locale.ENGLISH, Map.of());

		assertThat(english).contains(">Title</span>", "The need in one sentence", ">Biology and agriculture</option>",
				"Please choose", "Describe the need of <strong>辽宁联合基金</strong>", ">Who</th>", "10,000 yuan",
				"Add a row: Indicator");
		assertThat(english).doesNotContain("需求名称", "请选择", "生物与农业");
		assertThat(page(Locale.SIMPLIFIED_CHINESE, Map.of())).doesNotContain("Title", "Please choose");
		assertThat(schema.withoutEnglish()).isEmpty();
	}

	@Test
	void answersShowOptionsByLabelAndRowsAsTables() {
		data.putAll(SampleForm.input());
		data.put("field", "ENV");
		data.put("criteria", List.of("science", "safe"));
		data.put("experts", List.of("8"));
		data.put("reason", "left from an earlier choice");
		data.put("indicators", List.of(Map.of("name", "效率", "target", 90, "decisive", false, "why", "stale")));

		String html = answers(Locale.CHINESE);

		assertThat(html).contains("环境与生态", "科学性、安全性", ">李强<", ">优<", "效率", "<th scope=\"col\">目标</th>", "未填写")
			.doesNotContain("left from an earlier choice", "stale", "<input", "填写说明");
	}

	@Test
	void aConditionOnInputIsLeftToTheBrowserAndAnyOtherIsDecidedAtOnce() {
		FormSchema form = SampleForm.of("""
				{'type':'checkbox','key':'a'},
				{'type':'textfield','key':'b','conditional':{'hide':'=not(a)'}},
				{'type':'textfield','key':'c','conditional':{'hide':'=round > 1'}}""");

		assertThat(form.view(Map.of("round", 2), null, Locale.CHINESE).fields()).extracting(FieldView::name)
			.containsExactly("a", "b");
		assertThat(form.view(Map.of("round", 1), null, Locale.CHINESE).fields()).extracting(FieldView::hide)
			.containsExactly(null, "not(a)", null);
		assertThat(form.answers(Map.of("round", 2, "a", true), Locale.CHINESE).fields()).extracting(FieldView::name)
			.containsExactly("a", "b");
	}

	@Test
	void aConditionalFieldCarriesItsConditionForTheScript() {
		assertThat(fields(Locale.CHINESE, Map.of())).contains("data-hide=\"grade != &quot;D&quot;\"",
				"data-hide=\"not(decisive)\" data-scope=\"indicators[1].\"");
	}

	private String fields(Locale locale, Map<String, String> problems) {
		return page(locale, problems).replaceFirst("(?s)<div id=\"answers\">.*", "");
	}

	private String answers(Locale locale) {
		return page(locale, Map.of()).replaceFirst("(?s).*<div id=\"answers\">", "");
	}

	private String page(Locale locale, Map<String, String> problems) {
		Context context = new Context(locale, Map.of("schema", schema, "data", data, "problems", problems));
		return engine.process("page", context).replaceAll("\\s+", " ");
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/form");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private SpringTemplateEngine engine() {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateEngineMessageSource(messages);
		engine.addTemplateResolver(resolver("templates/", 2));
		engine.addTemplateResolver(resolver("forms-test/templates/", 1));
		return engine;
	}

	private static ClassLoaderTemplateResolver resolver(String prefix, int order) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix(prefix);
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding("UTF-8");
		resolver.setCheckExistence(true);
		resolver.setOrder(order);
		return resolver;
	}

}
