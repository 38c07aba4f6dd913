package org.guantong.wording.rule;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.Finding;
import org.guantong.wording.WordingRule;

/**
 * Words that call for a look at secrecy, biosafety, ethics or the protection of data. Not
 * that they are wrong: that the author has thought of it.
 */
@Component
class Safety implements WordingRule {

	private static final Pattern SECRET = Pattern.compile("涉密|绝密|机密|军品|军用|武器|导弹|国防");

	private static final Pattern LIFE = Pattern.compile("病原|致病菌|高致病|病毒株|基因编辑|转基因|人体试验|临床试验|受试者|人类遗传资源|胚胎");

	private static final Pattern DATA = Pattern.compile("个人信息|患者数据|病历数据|数据出境|地理信息数据|人脸");

	@Override
	public Stream<Finding> check(Draft draft) {
		return Stream
			.of(Places.of(SECRET, draft, Criterion.SAFE, "secret"), Places.of(LIFE, draft, Criterion.SAFE, "life"),
					Places.of(DATA, draft, Criterion.SAFE, "data"))
			.flatMap((one) -> one);
	}

}
