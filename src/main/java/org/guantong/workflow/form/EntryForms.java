package org.guantong.workflow.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;

/**
 * Forms outside of any task, e.g. to enter a demand: the same files in
 * {@code forms/entry}, the same rendering and checks, for pages and API alike. A page
 * template finds {@code schema}, {@code data} and {@code problems}.
 */
@Component
public class EntryForms {

	private final Forms forms;

	private final MessageSource messages;

	EntryForms(Forms forms, MessageSource messages) {
		this.forms = forms;
		this.messages = messages;
	}

	/**
	 * What was sent, after the form's rules.
	 * @param form name of the file in {@code forms/entry}, without its ending
	 * @param known what the form is shown with: options, read-only fields
	 * @throws InvalidInput naming every field that breaks a rule
	 */
	public FormData valid(String form, Map<String, Object> input, Map<String, ?> known) {
		return FormValidator.validate(schema(form), input, known);
	}

	/** The page with the form as it starts. */
	public ModelAndView show(String form, String template, Map<String, ?> known) {
		return page(form, template, known, Map.of());
	}

	/**
	 * Takes what a page sent: runs the command and goes where it says, or shows the page
	 * again with everything that was typed and each mistake beside its field.
	 * @param command does the deed and answers the path to go to
	 */
	public ModelAndView take(String form, String template, MultiValueMap<String, String> params, Map<String, ?> known,
			Locale locale, Function<FormData, String> command) {
		FormSchema schema = schema(form);
		Map<String, Object> typed = FormInput.read(schema, params);
		Optional<RowCommand> row = FormInput.rowCommand(params);
		if (row.isPresent()) {
			return page(form, template, FormInput.overlay(schema, known, row.get().applyTo(schema, typed)), Map.of());
		}
		try {
			return new ModelAndView("redirect:" + command.apply(FormValidator.validate(schema, typed, known)));
		}
		catch (InvalidInput refused) {
			Map<String, String> problems = ProblemTexts.of(refused.problems(), messages, locale);
			ModelAndView again = page(form, template, FormInput.overlay(schema, known, typed), problems);
			again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return again;
		}
	}

	/**
	 * The page once more with everything that was typed, nothing checked and nothing done
	 * with it.
	 */
	public ModelAndView again(String form, String template, MultiValueMap<String, String> params,
			Map<String, ?> known) {
		FormSchema schema = schema(form);
		return page(form, template, FormInput.overlay(schema, known, FormInput.read(schema, params)), Map.of());
	}

	/** The form's schema, e.g. to show what was entered. */
	public FormSchema schema(String form) {
		return forms.require("forms/entry/" + form + ".form");
	}

	private ModelAndView page(String form, String template, Map<String, ?> data, Map<String, String> problems) {
		ModelAndView page = new ModelAndView(template);
		page.addObject("schema", schema(form));
		page.addObject("data", new LinkedHashMap<>(data));
		page.addObject("problems", problems);
		return page;
	}

}
