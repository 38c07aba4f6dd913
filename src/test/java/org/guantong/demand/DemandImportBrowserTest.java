package org.guantong.demand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.spreadsheet.SheetWriter;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** A contact with a workbook that has mistakes in it, in a real browser. */
@NeedsBrowser
class DemandImportBrowserTest extends NeedsTest {

	private static WebBrowser browser;

	@Autowired
	private Site site;

	@BeforeAll
	static void openBrowser() {
		browser = WebBrowser.open();
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void mistakesComeBackMarkedInTheFileAndTheCorrectedFileIsEnteredOnce(int width) throws IOException {
		// given
		jdbc.sql("update round set quota_per_co_funder = 50, quota_per_field = 50 where id = ?")
			.param(round.id())
			.update();
		open();
		Page page = browser.signIn(site, contact, width);
		page.navigate(site.address() + "/rounds/" + round.id() + "/demands");
		page.click("a:has-text('批量导入')");
		WebBrowser.picture(page, "import-1-send-" + width);
		FilledTemplate filled = new FilledTemplate(saved(page, "a:has-text('下载模板')"));
		filled.demand(3, "高速主轴轴承失效机理").demand(4, "短").demand(5, "刀具涂层界面损伤机理");
		filled.cell(4, "months").setCellValue(500);
		filled.put(5, "cooperation", "随便");

		// when
		send(page, filled.bytes());

		// then
		assertThat(page.textContent("main")).contains("都没有导入", "需求名称", "期望时限", "合作方式");
		assertThat(page.locator("tbody tr").count()).isEqualTo(3);
		assertThat(demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId())).isEmpty();
		WebBrowser.picture(page, "import-2-problems-" + width);
		FilledTemplate marked = new FilledTemplate(saved(page, "a:has-text('下载标出问题的文件')"));
		assertThat(marked.cell(3, "_problems").toString()).as("the good row").isEmpty();
		assertThat(marked.cell(4, "_problems").getStringCellValue()).contains("【需求名称】", "【期望时限】");
		assertThat(marked.cell(4, "title").getCellComment()).isNotNull();
		assertThat(marked.cell(5, "cooperation").getCellComment().getString().getString()).isNotBlank();

		// when corrected
		filled.put(4, "title", "叶片热障涂层剥落机理").put(5, "cooperation", "联合研究");
		filled.cell(4, "months").setCellValue(36);
		page.click("a:has-text('再传一份')");
		send(page, filled.bytes());

		// then
		assertThat(page.textContent("main")).contains("新增 3 条");
		WebBrowser.picture(page, "import-3-entered-" + width);
		page.click("a:has-text('再传一份')");
		send(page, filled.bytes());
		assertThat(page.textContent("main")).as("the same file once more").contains("没有变化");
		assertThat(demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId()))
			.extracting(Demand::title)
			.containsExactly("高速主轴轴承失效机理", "叶片热障涂层剥落机理", "刀具涂层界面损伤机理");
	}

	private void send(Page page, byte[] workbook) {
		page.setInputFiles("#file", new FilePayload("需求.xlsx", SheetWriter.TYPE.toString(), workbook));
		page.click("main form .btn-primary");
		page.waitForSelector("main [role=status]:not(:has(progress))");
	}

	private static byte[] saved(Page page, String link) throws IOException {
		Download download = page.waitForDownload(() -> page.click(link));
		Path file = Files.createTempFile("guantong", ".xlsx");
		download.saveAs(file);
		byte[] content = Files.readAllBytes(file);
		Files.delete(file);
		return content;
	}

}
