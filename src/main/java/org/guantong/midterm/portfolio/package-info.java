/** All projects at a glance: how far each is, and what it has spent, against time. */
@org.springframework.modulith.NamedInterface("portfolio")
package org.guantong.midterm.portfolio;
