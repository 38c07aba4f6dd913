/**
 * The demonstration: an empty database is filled with a joint fund at work, by people who
 * complete real tasks through the real services. Exists in the profiles {@code default}
 * and {@code demo} only; may import every module and is imported by none.
 */
@org.springframework.modulith.ApplicationModule(displayName = "demonstration")
package org.guantong.demo;
