package org.guantong;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

/** No command of a service is open to whoever happens to be signed in. */
class SecuredServicesTest {

	private static final String COMPUTES = "computes on the ids and texts its caller hands over, knows no persons";

	/** Services that need no rule, each with the reason. */
	private static final Map<String, String> PERMITTED = Map.of("Similarity", COMPUTES, "Assignment", COMPUTES,
			"Portal", "is for everybody, signed in or not: it reads the views of what is published, and nothing else");

	@Test
	void everyPublicMethodOfAServiceSaysWhoMayCallIt() {
		assertThat(services().filter((service) -> !PERMITTED.containsKey(service.getSimpleName()))
			.flatMap(SecuredServicesTest::unsecured)).as("methods without @PreAuthorize").isEmpty();
	}

	@Test
	void everyPermittedExceptionIsStillNeeded() {
		assertThat(services().filter((service) -> unsecured(service).findAny().isPresent()).map(Class::getSimpleName))
			.containsExactlyInAnyOrderElementsOf(PERMITTED.keySet());
	}

	@Test
	void thereAreServicesToLookAt() {
		assertThat(services().count()).isGreaterThanOrEqualTo(8);
	}

	private static Stream<Class<?>> services() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.guantong")
			.stream()
			.filter((type) -> type.isAnnotatedWith(Service.class) || type.getSimpleName().endsWith("Service"))
			.map(JavaClass::reflect);
	}

	private static Stream<String> unsecured(Class<?> service) {
		if (service.isAnnotationPresent(PreAuthorize.class)) {
			return Stream.empty();
		}
		List<Method> methods = Arrays.asList(service.getDeclaredMethods());
		return methods.stream()
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
			.filter((method) -> !method.isSynthetic() && !method.isAnnotationPresent(PreAuthorize.class))
			.map((method) -> service.getSimpleName() + "." + method.getName());
	}

}
