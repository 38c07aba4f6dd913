package org.guantong;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Every list leaves as a workbook, and no workbook tells more than its list. */
@GuantongTest
class ExportsTest {

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	private static final int MOST_PAGES = 60;

	/** Lists on whose address something else answers, or whose file is no list. */
	private static final Set<String> NO_LIST = Set.of("/statistics.xlsx", "/rounds/{id}/distillation.xlsx");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	private final Map<String, Person> people = new LinkedHashMap<>();

	private long round;

	@BeforeEach
	void aChainAndEverybodyConcerned() {
		long province = given.organisation("CO_FUNDER", "辽宁省科技厅");
		long other = given.organisation("CO_FUNDER", "浙江省科技厅");
		long host = given.organisation("HOST", "大学");
		Person contact = person("contact", province, Role.CO_FUNDER_CONTACT);
		person("leader", province, Role.CO_FUNDER_LEADER);
		Person otherContact = person("otherContact", other, Role.CO_FUNDER_CONTACT);
		Person pi = person("pi", host, Role.PI);
		person("host", host, Role.HOST);
		person("expert", given.organisation("HOST", "研究院"), Role.EXPERT);
		person("demandSide", given.organisation("DEMAND_SIDE", "企业"), Role.DEMAND_SIDE);
		round = given.round(given.fund(province, other));
		long question = given.question(round, "MAT", "氢脆机理", given.demand(round, contact, "MAT", "阀门氢脆开裂"),
				given.demand(round, otherContact, "MAT", "部件氢脆"));
		given.achievement(given.project(given.direction(round, "MAT", "氢脆机理研究", question), pi, "氢脆机理研究项目"), "抗氢脆合金");
	}

	@Test
	void whoeverOpensAListGetsItAsAWorkbookWithNothingThatTheListDoesNotShow() {
		List<String> exports = exports();
		assertThat(exports).hasSizeGreaterThan(20);
		int compared = 0;
		for (Map.Entry<String, Person> one : people.entrySet()) {
			Site.Browser browser = site.browser(one.getValue());
			for (String export : exports) {
				String list = export.replaceFirst("\\.xlsx$", "");
				String what = one.getKey() + " " + export;
				Site.Reply page = browser.get(list);
				Site.Reply file = browser.get(export);
				if (page.status() != 200) {
					assertThat(file.status()).as(what).isEqualTo(page.status());
				}
				else if (file.status() == 200) {
					String shown = everyPage(browser, page);
					List<String> codes = firstColumn(browser.bytes(export));
					assertThat(codes.stream().filter((code) -> !shown.contains(code))).as(what).isEmpty();
					compared += codes.size();
				}
				else {
					assertThat(file.status()).as(what).isIn(403, 404);
				}
			}
		}
		assertThat(compared).as("rows that were compared").isGreaterThan(20);
	}

	@Test
	void everyListWithAButtonHasItsWorkbookForTheOfficeOnPageAndApi() {
		Person officer = given.person("办公室", given.organisation("FUNDER", "基金委"), Role.OFFICER, Role.ADMIN);
		Site.Browser browser = site.browser(officer);
		Site.Api api = site.api(officer);
		Set<String> all = new TreeSet<>();
		mappings.getHandlerMethods().keySet().forEach((info) -> all.addAll(info.getPatternValues()));
		for (String export : exports()) {
			assertThat(browser.get(export).status()).as(export).isEqualTo(200);
			if (!export.startsWith("/adoption") && !export.startsWith("/public")) {
				String name = export.replace("/" + round + "/", "/{id}/");
				assertThat(all).contains("/api" + name);
				assertThat(api.bytes("/api" + export)).as(export).isNotEmpty();
			}
		}
	}

	/** Addresses of workbooks of lists; those of a round, of this test's round. */
	private List<String> exports() {
		Set<String> found = new TreeSet<>();
		mappings.getHandlerMethods()
			.keySet()
			.forEach((info) -> info.getPatternValues()
				.stream()
				.filter((path) -> path.endsWith(".xlsx") && !path.startsWith("/api/") && !NO_LIST.contains(path))
				.filter((path) -> !path.contains("{") || path.startsWith("/rounds/{id}/"))
				.forEach((path) -> found.add(path.replace("{id}", Long.toString(round)))));
		return new ArrayList<>(found);
	}

	private static String everyPage(Site.Browser browser, Site.Reply first) {
		StringBuilder text = new StringBuilder(plain(first.body()));
		Matcher next = NEXT.matcher(first.body());
		for (int page = 1; next.find() && page < MOST_PAGES; page++) {
			Site.Reply reply = browser.get(next.group(1).replace("&amp;", "&"));
			text.append(plain(reply.body()));
			next = NEXT.matcher(reply.body());
		}
		return text.toString();
	}

	private static String plain(String html) {
		return html.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<");
	}

	private static List<String> firstColumn(byte[] file) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			List<String> codes = new ArrayList<>();
			for (Row row : workbook.getSheetAt(0)) {
				Cell cell = row.getCell(0);
				if (row.getRowNum() > 0 && cell != null && cell.getCellType() == CellType.STRING) {
					codes.add(cell.getStringCellValue());
				}
			}
			return codes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Person person(String name, long organisation, Role role) {
		Person person = given.person(name, organisation, role);
		people.put(name, person);
		return person;
	}

}
