package org.guantong.project.annual.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.project.annual.AnnualReport;
import org.guantong.workflow.Processes;

/** Tells the engine that annual reports are due. */
@Component
public class AnnualProcess {

	/** The process id. */
	public static final String ID = "annual-report";

	private final Processes processes;

	AnnualProcess(Processes processes) {
		this.processes = processes;
	}

	/** The PI gets a task. */
	public void due(AnnualReport report) {
		processes.start("AnnualReportDue", report.subject(), Map.of("reportId", report.id()));
	}

}
