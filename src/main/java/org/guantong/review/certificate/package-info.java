/** Certificates of service as a reviewer. */
@org.springframework.modulith.NamedInterface("certificate")
package org.guantong.review.certificate;
