package org.guantong.workflow.engine;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.guantong.testing.GuantongTest;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.form.FormSchema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every model names only what is there; one that does not is named before anybody works
 * with it.
 */
@GuantongTest
@ExtendWith(OutputCaptureExtension.class)
class ModelContractTest {

	private static final String NAME = "bpmn/errand.bpmn";

	@Autowired
	ModelFiles files;

	@Autowired
	ModelContract contract;

	@Autowired
	ListableBeanFactory beans;

	@Autowired
	ProcessBeans processBeans;

	@Autowired
	StepCatalogue steps;

	@Autowired
	MessageSource messages;

	@Autowired
	RepositoryService repository;

	@Test
	void everyModelOnTheClassPathNamesOnlyWhatIsThere() {
		assertThat(files.models()).containsKey(NAME);
		assertThat(contract.faults(files.models(), files.decisions(), files.forms().keySet())).isEmpty();
	}

	@Test
	void everyStageHasItsModel() {
		assertThat(files.models().keySet())
			.containsAll(steps.processes().stream().map((process) -> "bpmn/" + process + ".bpmn").toList());
	}

	@Test
	void everyFormIsCompleteInEnglish() {
		assertThat(files.forms()).isNotEmpty()
			.allSatisfy((name,
					file) -> assertThat(
							FormSchema.parse(name, new String(file, StandardCharsets.UTF_8)).withoutEnglish())
						.as(name)
						.isEmpty());
	}

	@Test
	void aMissingFormIsNamed() {
		Set<String> forms = new HashSet<>(files.forms().keySet());
		forms.remove("forms/errand/plan.form");

		assertThat(contract.faults(Map.of(NAME, files.models().get(NAME)), Map.of(), forms))
			.containsExactly("bpmn/errand.bpmn: user task plan names the missing form forms/errand/plan.form");
	}

	@Test
	void aMissingBeanIsNamed() {
		assertThat(faultsAfter("errandSteps.deliver", "parcelSteps.deliver"))
			.containsExactly("bpmn/errand.bpmn: an expression names the missing bean parcelSteps");
	}

	@Test
	void aBeanThatIsNoStagesStepsIsMissingToo() {
		assertThat(faultsAfter("errandSteps.deliver", "modelFiles.models"))
			.containsExactly("bpmn/errand.bpmn: an expression names the missing bean modelFiles");
	}

	@Test
	void aMissingMethodIsNamed() {
		assertThat(faultsAfter("errandSteps.deliver", "errandSteps.fetch"))
			.containsExactly("bpmn/errand.bpmn: bean errandSteps has no method fetch");
	}

	@Test
	void aMissingDecisionIsNamed() {
		String model = errand()
			.replaceFirst("<serviceTask([^>]*)camunda:expression=\"[^\"]*\"",
					"<businessRuleTask$1camunda:decisionRef=\"no-such-decision\"")
			.replace("</serviceTask>", "</businessRuleTask>");

		assertThat(faultsOf(model))
			.containsExactly("bpmn/errand.bpmn: task deliver names the missing decision no-such-decision");
	}

	@Test
	void aMissingMessageIsNamed() {
		assertThat(faultsAfter("name=\"ErrandRecalled\"", "name=\"\""))
			.containsExactly("bpmn/errand.bpmn: event errandRecalled names a missing message");
	}

	@Test
	void aStepThatNoStageDefinesIsNamedAndSoIsTheStepThatIsLeftOver() {
		assertThat(faultsOf(errand().replaceAll("\\bbuy\\b", "sell"))).contains(
				"bpmn/errand.bpmn: user task sell is defined by no stage",
				"bpmn/errand.bpmn: the stage defines step buy, which the model lacks");
	}

	@Test
	void anEndWithoutItsWordsIsNamed() {
		ModelContract withoutText = new ModelContract(beans, processBeans, steps,
				without("end.errand.delivered", Locale.ENGLISH));

		assertThat(withoutText.faults(Map.of(NAME, files.models().get(NAME)), Map.of(), files.forms().keySet()))
			.containsExactly("bpmn/errand.bpmn: message end.errand.delivered is missing in en");
	}

	@Test
	void aMissingTextIsNamed() {
		ModelContract withoutText = new ModelContract(beans, processBeans, steps,
				without("step.errand.buy", Locale.ENGLISH));

		assertThat(withoutText.faults(Map.of(NAME, files.models().get(NAME)), Map.of(), files.forms().keySet()))
			.containsExactly("bpmn/errand.bpmn: message step.errand.buy is missing in en");
	}

	@Test
	void aMissingTimeToLiveIsNamed() {
		assertThat(faultsAfter("camunda:historyTimeToLive=\"P3650D\"", ""))
			.containsExactly("bpmn/errand.bpmn: process errand has no history time to live");
	}

	@Test
	void aBrokenModelStopsTheStartWithOneLineAndDeploysNothing(@TempDir Path folder, CapturedOutput output)
			throws IOException {
		write(folder, NAME, errand().replace("errandSteps.deliver", "errandSteps.fetch"));
		for (Map.Entry<String, byte[]> form : files.forms().entrySet()) {
			write(folder, form.getKey(), new String(form.getValue(), StandardCharsets.UTF_8));
		}
		long deployments = repository.createDeploymentQuery().count();

		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, null)) {
			ModelFiles broken = new ModelFiles(new PathMatchingResourcePatternResolver(loader));
			assertThatThrownBy(() -> new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE)
				.registerShutdownHook(false)
				.initializers((context) -> ((GenericApplicationContext) context).registerBean(ModelDeployment.class,
						() -> new ModelDeployment(broken, contract, repository)))
				.run("--spring.main.banner-mode=off", "--spring.autoconfigure.exclude=*"))
				.isInstanceOf(ModelFault.class)
				.hasMessage("bpmn/errand.bpmn: bean errandSteps has no method fetch");
		}

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("bpmn/errand.bpmn: bean errandSteps has no method fetch")
			.doesNotContain("\tat org.guantong");
		assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
	}

	/** Not annotated, lest the test's own context be made of it. */
	static class Nothing {

	}

	private String errand() {
		return new String(files.models().get(NAME), StandardCharsets.UTF_8);
	}

	private List<String> faultsAfter(String part, String replacement) {
		assertThat(errand()).contains(part);
		return faultsOf(errand().replace(part, replacement));
	}

	private List<String> faultsOf(String model) {
		return contract.faults(Map.of(NAME, model.getBytes(StandardCharsets.UTF_8)), Map.of(), files.forms().keySet());
	}

	private MessageSource without(String key, Locale locale) {
		return new AbstractMessageSource() {
			@Override
			protected MessageFormat resolveCode(String code, Locale wanted) {
				boolean hidden = code.equals(key) && wanted.equals(locale);
				String text = hidden ? null : messages.getMessage(code, null, null, wanted);
				return text == null ? null : new MessageFormat(text, wanted);
			}
		};
	}

	private static void write(Path folder, String name, String content) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

}
