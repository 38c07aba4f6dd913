package org.guantong.workflow.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every form of the class path, read once at start. */
@Component
public class Forms {

	private static final String ROOT = "/forms/";

	private final Map<String, FormSchema> schemas = new TreeMap<>();

	/**
	 * Reads the application's forms.
	 * @throws BadForm when a file cannot be used
	 */
	public Forms() {
		this("classpath*:forms/**/*.form");
	}

	Forms(String pattern) {
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
				String key = key(resource);
				schemas.put(key, FormSchema.parse(key, resource.getContentAsString(StandardCharsets.UTF_8)));
			}
		}
		catch (IOException ex) {
			throw new BadForm(pattern, "", "cannot be read: " + ex.getMessage());
		}
	}

	/** The same name whether the application runs from folders or from its jar. */
	private static String key(Resource resource) throws IOException {
		String url = resource.getURL().toString();
		return url.substring(url.lastIndexOf(ROOT) + 1);
	}

	/**
	 * The form of a key such as {@code forms/demand-collection/signOff.form}.
	 * @throws BadForm when there is none
	 */
	public FormSchema require(String key) {
		FormSchema schema = schemas.get(key);
		if (schema == null) {
			throw new BadForm(key, "", "is not there");
		}
		return schema;
	}

	public boolean exists(String key) {
		return schemas.containsKey(key);
	}

	/** The keys of all forms, sorted. */
	public Collection<String> keys() {
		return Collections.unmodifiableSet(schemas.keySet());
	}

}
