package org.guantong.workflow.engine;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the engine is told beyond {@code application.yml}: which beans models reach, and
 * whom it tells of a case's end.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

	@Bean
	static ProcessBeans processBeans(ConfigurableListableBeanFactory beans) {
		return new ProcessBeans(beans);
	}

	@Bean
	static AbstractProcessEnginePlugin guantongEnginePlugin(ProcessBeans beans, CaseEndListener caseEnd) {
		return new AbstractProcessEnginePlugin() {
			@Override
			public void preInit(ProcessEngineConfigurationImpl configuration) {
				// The starter has made an expression manager by now that reaches every
				// bean
				// of the application.
				configuration.setBeans(beans);
				configuration.setExpressionManager(new JuelExpressionManager(beans));
				configuration.setEnableScriptCompilation(false);
				configuration.setDefaultNumberOfRetries(5);
				configuration.setFailedJobRetryTimeCycle("R5/PT5M");
				configuration.setEnableExpressionsInStoredQueries(false);
				configuration.setDeserializationTypeValidationEnabled(true);
				configuration.setEnforceHistoryTimeToLive(true);
				configuration.setBatchOperationHistoryTimeToLive("P30D");
				configuration.setHistoryCleanupBatchWindowStartTime("02:00");
				configuration.setHistoryCleanupBatchWindowEndTime("05:00");
				listeners(configuration).add(new EndOfCaseParseListener(caseEnd));
			}
		};
	}

	private static List<BpmnParseListener> listeners(ProcessEngineConfigurationImpl configuration) {
		if (configuration.getCustomPostBPMNParseListeners() == null) {
			configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
		}
		return configuration.getCustomPostBPMNParseListeners();
	}

	private static final class EndOfCaseParseListener extends AbstractBpmnParseListener {

		private final ExecutionListener listener;

		EndOfCaseParseListener(ExecutionListener listener) {
			this.listener = listener;
		}

		@Override
		public void parseProcess(Element element, ProcessDefinitionEntity process) {
			process.addListener(ExecutionListener.EVENTNAME_END, listener);
		}

	}

}
