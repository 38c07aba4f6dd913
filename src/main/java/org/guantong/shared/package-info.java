/**
 * Words every module speaks: money, subjects, the problems a person can be told about.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.guantong.shared;
