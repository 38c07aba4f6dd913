package org.guantong.wording;

import java.util.stream.Stream;

/** One thing to look for in a text. */
public interface WordingRule {

	Stream<Finding> check(Draft draft);

}
