package org.guantong.fund.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.fund.FundService;
import org.guantong.fund.GrantCategory;
import org.guantong.fund.GrantCategoryService;
import org.guantong.identity.Person;
import org.guantong.workflow.form.EntryForms;

/** Adding and changing grant categories; they are listed with the funds. */
@Controller
@RequestMapping("/funds/categories")
class GrantCategoryController {

	private final GrantCategoryService categories;

	private final FundService funds;

	private final EntryForms forms;

	GrantCategoryController(GrantCategoryService categories, FundService funds, EntryForms forms) {
		this.categories = categories;
		this.funds = funds;
		this.forms = forms;
	}

	@GetMapping("/new")
	ModelAndView blank(@AuthenticationPrincipal Person me) {
		funds.requireManager(me);
		return forms.show("grant-category", "fund/category", Map.of());
	}

	@PostMapping
	ModelAndView add(@AuthenticationPrincipal Person me, @RequestParam MultiValueMap<String, String> params,
			Locale locale) {
		return forms.take("grant-category", "fund/category", params, Map.of(), locale, (form) -> {
			categories.add(me, FundChoices.category(null, 0, form));
			return "/funds";
		});
	}

	@GetMapping("/{id}")
	ModelAndView edit(@AuthenticationPrincipal Person me, @PathVariable long id) {
		GrantCategory category = categories.require(me, id);
		return about(category, category.version(),
				forms.show("grant-category", "fund/category", FundChoices.form(category)));
	}

	@PostMapping("/{id}")
	ModelAndView change(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, @RequestParam(name = "_version") int version,
			Locale locale) {
		GrantCategory category = categories.require(me, id);
		params.set("code", category.code());
		return about(category, version, forms.take("grant-category", "fund/category", params,
				new HashMap<>(FundChoices.form(category)), locale, (form) -> {
					categories.change(me, FundChoices.category(id, version, form));
					return "/funds";
				}));
	}

	private static ModelAndView about(GrantCategory category, int version, ModelAndView page) {
		return page.getViewName().startsWith("redirect:") ? page
				: page.addObject("category", category).addObject("version", version);
	}

}
