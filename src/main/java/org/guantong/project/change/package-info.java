/**
 * Changes of projects with approval: another PI, another host, another plan, more time.
 */
@org.springframework.modulith.NamedInterface("change")
package org.guantong.project.change;
