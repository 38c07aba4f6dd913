package org.guantong.workflow.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Checks the models and deploys them with their decisions and forms as one deployment,
 * when any of them changed.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

	private final ModelFiles files;

	private final ModelContract contract;

	private final RepositoryService repository;

	ModelDeployment(ModelFiles files, ModelContract contract, RepositoryService repository) {
		this.files = files;
		this.contract = contract;
		this.repository = repository;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, byte[]> models = files.models();
		Map<String, byte[]> decisions = files.decisions();
		Map<String, byte[]> forms = files.forms();
		List<String> faults = contract.faults(models, decisions, forms.keySet());
		if (!faults.isEmpty()) {
			throw new ModelFault(faults);
		}
		deploy(List.of(models, decisions, forms));
	}

	private void deploy(List<Map<String, byte[]>> parts) {
		DeploymentBuilder deployment = repository.createDeployment().name("guantong").enableDuplicateFiltering(false);
		parts.forEach((part) -> part
			.forEach((name, file) -> deployment.addInputStream(name, new ByteArrayInputStream(file))));
		if (!deployment.getResourceNames().isEmpty()) {
			deployment.deploy();
		}
	}

}
