/** Payments to projects: the plan, what was paid, what is held and why. */
@org.springframework.modulith.NamedInterface("payment")
package org.guantong.project.payment;
