package org.guantong.fund.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.fund.FundService;
import org.guantong.fund.GrantCategory;
import org.guantong.fund.GrantCategoryService;
import org.guantong.identity.Person;
import org.guantong.workflow.form.EntryForms;

/** Grant categories as JSON: the fields of {@code forms/entry/grant-category.form}. */
@RestController
@RequestMapping("/api/grant-categories")
class GrantCategoryApi {

	private final GrantCategoryService categories;

	private final FundService funds;

	private final EntryForms forms;

	GrantCategoryApi(GrantCategoryService categories, FundService funds, EntryForms forms) {
		this.categories = categories;
		this.funds = funds;
		this.forms = forms;
	}

	record CategoryJson(long id, int version, String code, String name, String nameEn, String amount, int years,
			int position, boolean retired) {
	}

	@GetMapping
	List<CategoryJson> list(@AuthenticationPrincipal Person me) {
		return categories.list(me).stream().map(GrantCategoryApi::json).toList();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	CategoryJson add(@AuthenticationPrincipal Person me, @RequestBody Map<String, Object> sent) {
		funds.requireManager(me);
		return json(categories.add(me, FundChoices.category(null, 0, forms.valid("grant-category", sent, Map.of()))));
	}

	/** What is not sent stays; {@code version} guards against others' changes. */
	@PutMapping("/{id}")
	CategoryJson change(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestBody Map<String, Object> sent) {
		GrantCategory before = categories.require(me, id);
		Map<String, Object> all = new HashMap<>(FundChoices.form(before));
		all.putAll(sent);
		int version = sent.get("version") instanceof Number number ? number.intValue() : before.version();
		return json(
				categories.change(me, FundChoices.category(id, version, forms.valid("grant-category", all, Map.of()))));
	}

	private static CategoryJson json(GrantCategory one) {
		return new CategoryJson(one.id(), one.version(), one.code(), one.name(), one.nameEn(),
				one.amount().stripTrailingZeros().toPlainString(), one.years(), one.position(), one.retired());
	}

}
