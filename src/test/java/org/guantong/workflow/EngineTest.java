package org.guantong.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the engine may and may not, and what happens when an automatic step fails. */
class EngineTest extends ErrandTest {

	@Autowired
	ProcessEngine processEngine;

	@Autowired
	ManagementService management;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	Site site;

	@Test
	void theEngineRunsWithTheSettingsThatKeepItSafeAndSmall() {
		ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) processEngine
			.getProcessEngineConfiguration();

		assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
		assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
		assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
		assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
		assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
		assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
		assertThat(settings.getDefaultSerializationFormat()).isEqualTo("application/json");
		assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
		assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("R5/PT5M");
		assertThat(settings.isAuthorizationEnabled()).isFalse();
		assertThat(settings.getHistoryLevel().getName()).isEqualTo("full");
		assertThat(repository.createProcessDefinitionQuery().list()).isNotEmpty()
			.allSatisfy((definition) -> assertThat(definition.getHistoryTimeToLive()).isPositive());
		assertThat(repository.createDecisionDefinitionQuery().list())
			.allSatisfy((definition) -> assertThat(definition.getHistoryTimeToLive()).isPositive());
	}

	@Test
	void modelsDecisionsAndFormsAreOneDeployment() {
		Deployment deployment = repository.createDeploymentQuery().deploymentName("guantong").singleResult();

		assertThat(repository.getDeploymentResourceNames(deployment.getId())).contains("bpmn/errand.bpmn",
				"forms/errand/plan.form");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${dataSource.connection}", "${jdbcTemplate.toString()}", "${tasks.toString()}",
			"${environment.systemProperties}" })
	void aModelReachesNoBeanButTheStepsOfAStage(String expression) {
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> run(serviceTask(expression)))
			.withMessageContaining("Unknown property used in expression");
	}

	@Test
	void aModelReachesTheStepsOfAStage() {
		assertThatCode(() -> run(serviceTask("${errandSteps.process()}"))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript", "groovy" })
	void noModelCanRunAScript(String language) {
		BpmnModelInstance model = Bpmn.createExecutableProcess("scripted")
			.camundaHistoryTimeToLive(1)
			.startEvent()
			.scriptTask()
			.scriptFormat(language)
			.scriptText("1")
			.endEvent()
			.done();

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> run(model));
	}

	@Test
	void anAutomaticStepThatKeepsFailingIsShownToTheOfficeAndCanBeTriedAgain() {
		errands.closeRoad(errand);
		long found = startPlanned();
		tasks.complete(runner, task("buy").id(), Map.of("price", 12));
		tasks.complete(inspector, task("inspect").id(), Map.of("opinion", "好"));
		Job job = failUntilGivenUp(cases.require(found).instanceId());
		Person officer = given.officer();
		Site.Browser browser = site.browser(officer);

		String page = browser.get("/admin/engine").body();
		assertThat(page).contains(subject.title(), "the road is closed");
		assertThat(site.browser(planner).get("/admin/engine").status()).isEqualTo(403);

		errands.openRoad(errand);
		String retry = page.replaceAll("(?s).*" + subject.title() + ".*?action=\"(/admin/engine/[^\"]+/retry)\".*",
				"$1");
		assertThat(browser.post(retry, Map.of()).body()).contains("已安排重试");
		assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries()).isEqualTo(1);
		engine.settle();

		assertThat(cases.require(found).outcome()).isEqualTo("已送达");
		assertThat(browser.get("/admin/engine").body()).doesNotContain(subject.title());
		assertThat(audited()).last().isEqualTo("job.retried deliver");
	}

	/** Five tries, five minutes apart. */
	private Job failUntilGivenUp(String instanceId) {
		for (int tries = 5; tries > 0; tries--) {
			Job job = jobOf(instanceId);
			assertThat(job.getRetries()).isEqualTo(tries);
			Instant before = clock.instant();
			assertThatExceptionOfType(ProcessEngineException.class)
				.isThrownBy(() -> management.executeJob(job.getId()));
			if (tries > 1) {
				assertThat(ChronoUnit.SECONDS.between(before, jobOf(instanceId).getDuedate().toInstant()))
					.isBetween(290L, 310L);
			}
		}
		assertThat(jobOf(instanceId).getRetries()).isZero();
		return jobOf(instanceId);
	}

	private Job jobOf(String instanceId) {
		return management.createJobQuery().processInstanceId(instanceId).singleResult();
	}

	private static BpmnModelInstance serviceTask(String expression) {
		return Bpmn.createExecutableProcess("intruder")
			.camundaHistoryTimeToLive(1)
			.startEvent()
			.serviceTask()
			.camundaExpression(expression)
			.endEvent()
			.done();
	}

	private void run(BpmnModelInstance model) {
		String deployment = repository.createDeployment()
			.name("intruder")
			.addModelInstance("intruder.bpmn", model)
			.deploy()
			.getId();
		try {
			runtime.startProcessInstanceByKey(
					model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
						.iterator()
						.next()
						.getId());
		}
		finally {
			repository.deleteDeployment(deployment, true);
		}
	}

}
