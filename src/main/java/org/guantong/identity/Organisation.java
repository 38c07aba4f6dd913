package org.guantong.identity;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A legal entity.
 *
 * @param creditCode 统一社会信用代码 of 18 characters, null where unknown
 * @param region 省级行政区 short name, e.g. 辽宁; null for national bodies
 */
public record Organisation(@Id Long id, @Version int version, String name, OrganisationKind kind, String creditCode,
		String region) {
}
