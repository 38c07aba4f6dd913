package org.guantong.wording.rule;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.Finding;
import org.guantong.wording.WordingRule;

/** Words that leave room for one team only, and the names of products and patents. */
@Component
class Exclusive implements WordingRule {

	private static final Pattern ONLY_ONE = Pattern
		.compile("唯一|独家|独有|专有技术|仅限(于)?|只能由|指定(单位|团队|机构|厂家)|(我|本)(公司|单位|校|院|所|课题组|团队)(自主|自行)?(研发|研制|发明|提出|建立)"
				+ "|[\\p{IsHan}]{2,3}(院士|教授)?(团队|课题组)");

	/** A team in general, not a certain one. */
	private static final Pattern ANY_TEAM = Pattern.compile("(研究|科研|专家|多个|不同|相关|合作|优势|跨学科|青年|攻关|联合|交叉)(团队|课题组)");

	private static final Pattern PRODUCT = Pattern
		.compile("[®™]|[\\p{IsHan}A-Za-z]{2,8}牌(?!号)|(?<![A-Za-z0-9])[A-Z]{2,6}-?[0-9]{3,}[A-Z]{0,3}(?![A-Za-z0-9])"
				+ "|ZL\\s?[0-9]{8,}|(?<=型号)[A-Za-z0-9-]{3,}");

	/** Application codes and standards look like models and are not. */
	private static final Pattern NO_PRODUCT = Pattern.compile("(GB|ISO|IEC|IEEE|ASTM|HJ|YY|JB|TB|NB|SY|DL)-?[0-9]+.*");

	@Override
	public Stream<Finding> check(Draft draft) {
		Stream<Finding> teams = Places.of(ONLY_ONE, draft, Criterion.INCLUSIVE, "exclusive")
			.filter((one) -> !ANY_TEAM.matcher(one.excerpt().marked()).find());
		Stream<Finding> products = Places.of(PRODUCT, draft, Criterion.INCLUSIVE, "product")
			.filter((one) -> !NO_PRODUCT.matcher(one.excerpt().marked()).matches());
		return Stream.concat(teams, products);
	}

}
