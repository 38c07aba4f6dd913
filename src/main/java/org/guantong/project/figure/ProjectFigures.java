package org.guantong.project.figure;

import java.util.List;

import org.guantong.project.ProjectDetail;

/** A project with its spending month by month, from its start to today or its end. */
public record ProjectFigures(ProjectDetail detail, List<SpendingMonth> months) {

}
