package org.guantong.workflow.engine;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.workflow.StepCatalogue;

/**
 * Holds every model against what it names: forms, step definitions, beans and their
 * methods, decisions, messages and the English titles of its steps. A fault found here
 * stops the start; found by the engine, it would stop a case.
 */
@Component
class ModelContract {

	private static final Pattern CALL = Pattern.compile("([a-zA-Z]\\w*)\\.(\\w+)\\(");

	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

	private final ListableBeanFactory beans;

	private final ProcessBeans processBeans;

	private final StepCatalogue steps;

	private final MessageSource messages;

	ModelContract(ListableBeanFactory beans, ProcessBeans processBeans, StepCatalogue steps, MessageSource messages) {
		this.beans = beans;
		this.processBeans = processBeans;
		this.steps = steps;
		this.messages = messages;
	}

	/** What is wrong, a line each; empty when everything named is there. */
	List<String> faults(Map<String, byte[]> models, Map<String, byte[]> decisions, Set<String> forms) {
		Set<String> decisionIds = decisions.values()
			.stream()
			.flatMap((file) -> decisionIds(file).stream())
			.collect(Collectors.toSet());
		List<String> faults = new ArrayList<>();
		models.forEach((name, file) -> {
			BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file));
			checkProcess(name, model, faults);
			checkUserTasks(name, model, forms, faults);
			checkEnds(name, model, faults);
			checkDecisions(name, model, decisionIds, faults);
			checkMessages(name, model, faults);
			checkExpressions(name, new String(file, StandardCharsets.UTF_8), faults);
		});
		return faults;
	}

	private Set<String> decisionIds(byte[] file) {
		return Dmn.readModelFromStream(new ByteArrayInputStream(file))
			.getModelElementsByType(Decision.class)
			.stream()
			.map(Decision::getId)
			.collect(Collectors.toSet());
	}

	private void checkProcess(String name, BpmnModelInstance model, List<String> faults) {
		for (Process process : model.getModelElementsByType(Process.class)) {
			if (!name.equals("bpmn/" + process.getId() + ".bpmn")) {
				faults.add(name + ": the file is not named after its process " + process.getId());
			}
			if (process.getCamundaHistoryTimeToLiveString() == null) {
				faults.add(name + ": process " + process.getId() + " has no history time to live");
			}
			requireText(name, "process." + process.getId(), faults);
		}
	}

	private void checkUserTasks(String name, BpmnModelInstance model, Set<String> forms, List<String> faults) {
		String process = name.substring("bpmn/".length(), name.length() - ".bpmn".length());
		Set<String> defined = new LinkedHashSet<>(steps.idsOf(process));
		for (UserTask task : model.getModelElementsByType(UserTask.class)) {
			String key = "forms/" + process + "/" + task.getId() + ".form";
			if (!key.equals(task.getCamundaFormKey())) {
				faults.add(name + ": user task " + task.getId() + " must name its form " + key);
			}
			if (!forms.contains(key)) {
				faults.add(name + ": user task " + task.getId() + " names the missing form " + key);
			}
			if (!defined.remove(task.getId())) {
				faults.add(name + ": user task " + task.getId() + " is defined by no stage");
			}
			requireText(name, "step." + process + "." + task.getId(), faults);
		}
		defined.forEach((step) -> faults.add(name + ": the stage defines step " + step + ", which the model lacks"));
	}

	private void checkEnds(String name, BpmnModelInstance model, List<String> faults) {
		for (EndEvent end : model.getModelElementsByType(EndEvent.class)) {
			if (end.getParentElement() instanceof Process process) {
				requireText(name, "end." + process.getId() + "." + end.getId(), faults);
			}
		}
	}

	private void checkDecisions(String name, BpmnModelInstance model, Set<String> decisions, List<String> faults) {
		for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
			if (task.getCamundaDecisionRef() != null && !decisions.contains(task.getCamundaDecisionRef())) {
				faults.add(name + ": task " + task.getId() + " names the missing decision "
						+ task.getCamundaDecisionRef());
			}
		}
	}

	private void checkMessages(String name, BpmnModelInstance model, List<String> faults) {
		for (MessageEventDefinition event : model.getModelElementsByType(MessageEventDefinition.class)) {
			Message message = event.getMessage();
			if (message == null || message.getName() == null || message.getName().isBlank()) {
				faults.add(name + ": event "
						+ ((org.camunda.bpm.model.bpmn.instance.BaseElement) event.getParentElement()).getId()
						+ " names a missing message");
			}
		}
	}

	private void checkExpressions(String name, String file, List<String> faults) {
		Matcher expression = EXPRESSION.matcher(file);
		while (expression.find()) {
			Matcher call = CALL.matcher(expression.group(1));
			while (call.find()) {
				checkCall(name, call.group(1), call.group(2), faults);
			}
		}
	}

	private void checkCall(String name, String bean, String method, List<String> faults) {
		if (!processBeans.names().contains(bean)) {
			faults.add(name + ": an expression names the missing bean " + bean);
		}
		else if (Arrays.stream(publicMethods(bean)).noneMatch((candidate) -> candidate.getName().equals(method))) {
			faults.add(name + ": bean " + bean + " has no method " + method);
		}
	}

	private Method[] publicMethods(String bean) {
		return AopUtils.getTargetClass(beans.getBean(bean)).getMethods();
	}

	private void requireText(String name, String key, List<String> faults) {
		for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
			if (messages.getMessage(key, null, null, locale) == null) {
				faults.add(name + ": message " + key + " is missing in " + locale.getLanguage());
			}
		}
	}

}
