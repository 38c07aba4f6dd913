package org.guantong.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models, decisions and forms on the class path, each under the same name whether run
 * from a folder or a jar.
 */
@Component
class ModelFiles {

	private final ResourcePatternResolver resources;

	ModelFiles(ResourcePatternResolver resources) {
		this.resources = resources;
	}

	Map<String, byte[]> models() {
		return read("bpmn", "*.bpmn");
	}

	Map<String, byte[]> decisions() {
		return read("bpmn", "*.dmn");
	}

	Map<String, byte[]> forms() {
		return read("forms", "**/*.form");
	}

	private Map<String, byte[]> read(String folder, String pattern) {
		Map<String, byte[]> files = new TreeMap<>();
		try {
			for (Resource resource : resources.getResources("classpath*:" + folder + "/" + pattern)) {
				try (InputStream in = resource.getInputStream()) {
					files.put(nameBelow(folder, resource), in.readAllBytes());
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("cannot read " + folder + "/" + pattern, ex);
		}
		return files;
	}

	private String nameBelow(String folder, Resource resource) throws IOException {
		String url = resource.getURL().toString();
		return url.substring(url.lastIndexOf("/" + folder + "/") + 1);
	}

}
