/** All projects at a glance: how far each is, and what it has spent, against time. */
package org.guantong.midterm.portfolio;
