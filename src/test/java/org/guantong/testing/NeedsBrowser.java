package org.guantong.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that needs a real browser: skipped, in plain words, on a machine where none can
 * be had, and a failure there with {@code CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsBrowser.BrowserAtHand.class)
public @interface NeedsBrowser {

	String MISSING = "No browser on this machine and none could be downloaded: the browser tests did not run. "
			+ "Install Chromium, for example Debian's package chromium.";

	/** Lets the tests run where there is a browser, or where its absence has to fail. */
	class BrowserAtHand implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if ("true".equals(System.getenv("CI")) || WebBrowser.isAtHand()) {
				return ConditionEvaluationResult.enabled("a browser is expected");
			}
			System.out.println(MISSING);
			return ConditionEvaluationResult.disabled(MISSING);
		}

	}

}
