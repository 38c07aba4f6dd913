/**
 * What is known of experts beyond their speciality: where they belong and belonged, when
 * they are away, and what binds them to others.
 */
@org.springframework.modulith.NamedInterface("directory")
package org.guantong.review.directory;
