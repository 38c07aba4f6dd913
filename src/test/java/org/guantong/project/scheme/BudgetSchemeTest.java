package org.guantong.project.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.GivenProjects;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Budget lines are versioned data; those in use stand. */
@GuantongTest
@Import(GivenProjects.class)
class BudgetSchemeTest {

	@Autowired
	private BudgetSchemeService schemes;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	private GivenProjects.Cast cast;

	@BeforeEach
	void aProjectUnderOne(@Autowired GivenProjects projects) {
		cast = projects.cast();
	}

	@Test
	void a_new_version_is_copied_and_changed_until_somebody_uses_it() {
		String code = "T" + given.number();
		schemes.copy(cast.officer(), "2015", code, "试用版", "On trial");
		List<BudgetScheme.Line> lines = new ArrayList<>(schemes.require(cast.officer(), code).lines());
		assertThat(lines).as("the older eleven lines").hasSize(11);
		lines.add(new BudgetScheme.Line("COMPUTING", "计算费", "Computing", "DIRECT", "OFFICE"));
		schemes.change(cast.officer(), code, lines);
		assertThat(schemes.require(cast.officer(), code).lines()).hasSize(12);
		assertThatThrownBy(() -> schemes.copy(cast.officer(), "2015", code, "再来", "Again"))
			.hasMessageContaining("scheme.invalid.taken");
	}

	@Test
	void lines_in_use_stand_but_who_approves_transfers_can_change() {
		BudgetScheme used = schemes.require(cast.officer(), "2024");
		assertThat(used.isUsed()).isTrue();
		List<BudgetScheme.Line> renamed = new ArrayList<>(used.lines());
		renamed.set(0, new BudgetScheme.Line("EQUIPMENT", "仪器费", "Instruments", "DIRECT", "OFFICE"));
		assertThatThrownBy(() -> schemes.change(cast.officer(), "2024", renamed)).isInstanceOf(Stale.class);
		List<BudgetScheme.Line> other = used.lines()
			.stream()
			.map((line) -> new BudgetScheme.Line(line.code(), line.name(), line.nameEn(), line.kind(),
					line.code().equals("LABOUR") ? "OFFICE" : line.approver()))
			.toList();
		schemes.change(cast.officer(), "2024", other);
		try {
			assertThat(schemes.require(cast.officer(), "2024").lines())
				.filteredOn((line) -> line.code().equals("LABOUR"))
				.extracting(BudgetScheme.Line::approver)
				.containsExactly("OFFICE");
		}
		finally {
			schemes.change(cast.officer(), "2024", used.lines());
		}
	}

	@Test
	void each_fault_is_named_and_only_the_office_keeps_them() {
		String code = "T" + given.number();
		schemes.copy(cast.officer(), "2024", code, "试用版", "On trial");
		assertThatThrownBy(() -> schemes.change(cast.officer(), code,
				List.of(new BudgetScheme.Line("lower", "", "", "NONE", "ALL"),
						new BudgetScheme.Line("LABOUR", "劳务费", "Labour", "DIRECT", "HOST"),
						new BudgetScheme.Line("LABOUR", "劳务费", "Labour", "DIRECT", "HOST"))))
			.isInstanceOf(InvalidInput.class)
			.satisfies((ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field")
				.containsExactly("[0].code", "[0].name", "[0].nameEn", "[0].kind", "[0].approver", "[2].code"));
		for (Person person : List.of(cast.pi(), cast.host(),
				given.person("审计", cast.officer().organisationId(), Role.AUDITOR))) {
			assertThatThrownBy(() -> schemes.copy(person, "2024", "X", "x", "x"))
				.isInstanceOf(AccessDeniedException.class);
		}
		assertThat(site.browser(cast.pi()).get("/budget-schemes").status()).isEqualTo(403);
		Site.Browser browser = site.browser(cast.officer());
		assertThat(browser.get("/budget-schemes").body()).contains(code);
		assertThat(
				browser.post("/budget-schemes", Map.of("from", "2024", "code", "太长的中文代码", "name", "某版", "nameEn", ""))
					.body())
			.contains("太长的中文代码", "某版", "代码为 1 至 12 位");
		assertThat(browser.get("/budget-schemes/" + code).body()).contains("保存", "EQUIPMENT");
		assertThat(browser.get("/budget-schemes/2024").body()).contains("科目不能再改");
	}

}
