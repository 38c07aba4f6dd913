package org.guantong;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

	private static final String MATCHING = "computes on the ids and texts its caller hands over, knows no persons";

	/** {@code Class.method} that need no rule of their own, each with the reason. */
	private static final Map<String, String> PERMITTED = Map.of("Similarity.index", MATCHING, "Similarity.search",
			MATCHING, "Similarity.proposeGroups", MATCHING, "Assignment.assign", MATCHING);

	@Test
	void everyPublicMethodOfAServiceSaysWhoMayCallIt() {
		Set<String> open = services().flatMap(SecuredServicesTest::unsecured).collect(Collectors.toSet());
		open.removeAll(PERMITTED.keySet());

		assertThat(open).as("methods without @PreAuthorize").isEmpty();
	}

	@Test
	void everyPermittedExceptionIsStillNeeded() {
		assertThat(services().flatMap(SecuredServicesTest::unsecured).toList()).containsAll(PERMITTED.keySet());
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
