package org.guantong.review;

import java.util.List;

/**
 * What an officer writes down about an expert.
 *
 * @param version the profile's version this began from, 0 for none yet
 * @param codes application codes, each a department letter and up to six digits
 * @param keywords each 1 to 30 characters, at most 20
 * @param affiliations organisations besides the account's own
 * @param mostPanels most panels at a time, 0 to 50
 */
public record NewExpertProfile(int version, List<String> codes, List<String> keywords, List<Long> affiliations,
		int mostPanels) {
}
