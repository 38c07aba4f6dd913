package org.guantong.notification;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Every mail can be given other words, its placeholders by name. */
@GuantongTest
class LetterCatalogueTest {

	@Autowired
	LetterCatalogue catalogue;

	@Test
	void everyMailNamesWhatItsPlaceholdersStandFor() {
		assertThat(catalogue.keys()).contains("assigned", "deadline-moved", "demand-reminder").doesNotContain("digest");
		for (String key : catalogue.keys()) {
			for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
				LetterText usual = catalogue.usual(key, language);
				assertThat(catalogue.unknown(key, usual.subject() + usual.body(), language)).as(key).isEmpty();
				assertThat(catalogue.placeholders(key, language)).as("mail.%s.arguments names them", key)
					.isNotEmpty()
					.doesNotContain("0")
					.doesNotHaveDuplicates();
			}
		}
	}

	@Test
	void whatIsWrittenByNameIsKeptByNumberAndReadByName() {
		LetterText written = new LetterText("请办：{步骤}", "{办理事项}\n于{截止时间}前，{步骤}");

		LetterText kept = catalogue.numbered("assigned", written, Locale.SIMPLIFIED_CHINESE);

		assertThat(kept).isEqualTo(new LetterText("请办：{0}", "{1}\n于{2}前，{0}"));
		assertThat(catalogue.named("assigned", kept, Locale.SIMPLIFIED_CHINESE)).isEqualTo(written);
		assertThat(catalogue.named("assigned", kept, Locale.ENGLISH).subject()).isEqualTo("请办：{step}");
	}

	@Test
	void aValueIsNeverReadAsAPlaceholder() {
		String filled = Placeholders.fill("{0} 和 {1}，{2}", new Object[] { "{1}", "$1\\", 1234 },
				Locale.SIMPLIFIED_CHINESE);

		assertThat(filled).isEqualTo("{1} 和 $1\\，1,234");
	}

}
