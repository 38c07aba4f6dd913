package org.guantong;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.guantong");

	@Test
	void modulesImportOnlyWhatTheyDeclare() {
		ApplicationModules.of(GuantongApplication.class).verify();
	}

	@Test
	void onlyWorkflowKnowsTheEngine() {
		noClasses().that()
			.resideOutsideOfPackage("org.guantong.workflow..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.check(classes);
	}

	@Test
	void sharedStaysSmall() {
		assertThat(classes.stream()
			.filter((type) -> type.getPackageName().startsWith("org.guantong.shared"))
			.filter((type) -> !type.getSimpleName().equals("package-info") && !type.isNestedClass()))
			.hasSizeLessThanOrEqualTo(10);
	}

}
