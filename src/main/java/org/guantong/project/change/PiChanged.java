package org.guantong.project.change;

import org.guantong.identity.Person;

/**
 * A project has another PI: what waits for the old one is for the new one to do.
 *
 * @param by the officer who approved it
 */
public record PiChanged(long projectId, Person before, Person now, Person by) {

}
