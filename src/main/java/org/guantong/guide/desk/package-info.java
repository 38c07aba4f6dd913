/**
 * The reviewer's desk: all of one expert's directions in one place.
 */
package org.guantong.guide.desk;
