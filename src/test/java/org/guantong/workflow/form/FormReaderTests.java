package org.guantong.workflow.form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FormReaderTests {

	@Test
	void formsAreFoundUnderTheClassPathAndKnownByTheirResourceName() {
		Forms forms = new Forms("classpath*:forms-test/found/**/*.form");

		assertThat(forms.keys()).containsExactly("forms/demand-collection/signOff.form");
		assertThat(forms.exists("forms/demand-collection/signOff.form")).isTrue();
		assertThat(forms.require("forms/demand-collection/signOff.form").id()).isEqualTo("signOff");
		assertThat(forms.exists("forms/none.form")).isFalse();
		assertThatExceptionOfType(BadForm.class).isThrownBy(() -> forms.require("forms/none.form"))
			.withMessage("forms/none.form: is not there");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{'type':'filepicker','id':'upload','key':'x'}|component 'upload' has type 'filepicker', which is not supported",
			"{'type':'group','components':[{'type':'iframe','id':'deep'}]}|component 'deep' has type 'iframe', which is not supported",
			"{'type':'textfield','id':'t'}|component 't' needs a key of letters, digits and _, not ''",
			"{'type':'textfield','key':'a.b'}|component 'a.b' needs a key of letters, digits and _, not 'a.b'",
			"{'type':'textfield','key':'a'},{'type':'group','components':[{'type':'number','key':'a','id':'n'}]}|component 'n' has key 'a', which another has too",
			"{'type':'select','key':'s'}|component 's' offers nothing to choose: it needs values or a valuesKey",
			"{'type':'textfield','key':'a','validate':{'pattern':'('}}|component 'a' has a pattern that is no regular expression: (",
			"{'type':'textfield','key':'a','validate':{'maxLength':'=n'}}|component 'a' has maxLength '=n', which is no number",
			"{'type':'datetime','key':'d','subtype':'time'}|component 'd' asks for a time; only subtype date is supported",
			"{'type':'textfield','key':'a','readonly':'=x'}|component 'a' has an expression as readonly, which is not supported",
			"{'type':'dynamiclist','path':'a','components':[{'type':'dynamiclist','path':'b'}]}|component 'b' is a list within a list, which is not supported",
			"{'type':'dynamiclist','path':'a','components':[{'type':'textfield','key':'b','disabled':true}]}|component 'b' is read-only in a list whose rows change; set the list's allowAddRemove to false" })
	void whatWeCannotHonourStopsTheStartWithOneLineThatNamesIt(String components, String problem) {
		assertThatExceptionOfType(BadForm.class).isThrownBy(() -> SampleForm.of(components.replace("\"", "'")))
			.withMessage("forms/t/t.form: " + problem);
	}

	@Test
	void aConditionThatIsNotFeelStopsTheStart() {
		assertThatExceptionOfType(BadForm.class)
			.isThrownBy(() -> SampleForm.of("{'type':'textfield','key':'a','conditional':{'hide':'=b ==== 1'}}"))
			.withMessageStartingWith("forms/t/t.form: component 'a' has an expression that is not FEEL: =b ==== 1")
			.satisfies((bad) -> assertThat(bad.getMessage()).doesNotContain("\n"));
	}

	@Test
	void aNewerSchemaVersionIsRefused() {
		assertThatExceptionOfType(BadForm.class)
			.isThrownBy(() -> FormSchema.parse("forms/t/t.form", "{\"schemaVersion\":17,\"components\":[]}"))
			.withMessage("forms/t/t.form: has schemaVersion 17, newest supported is 16");
		assertThatExceptionOfType(BadForm.class).isThrownBy(() -> FormSchema.parse("forms/t/t.form", "{"))
			.withMessageStartingWith("forms/t/t.form: is not JSON");
	}

	@Test
	void aChineseTextWithoutEnglishIsFound() {
		assertThat(SampleForm.of("""
				{'type':'textfield','id':'a','key':'a','label':'名称'},
				{'type':'textfield','id':'b','key':'b','label':'E-mail'},
				{'type':'select','id':'c','key':'c','label':'','values':[{'value':'1','label':'一'}]}""")
			.withoutEnglish()).containsExactly("a", "c");
	}

}
