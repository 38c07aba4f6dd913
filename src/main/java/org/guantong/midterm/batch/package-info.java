/** One thing done to every check a search finds: look first, confirm, read the report. */
package org.guantong.midterm.batch;
