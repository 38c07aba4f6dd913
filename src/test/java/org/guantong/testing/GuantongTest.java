package org.guantong.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import org.guantong.workflow.ErrandConfiguration;

/**
 * A test against the whole application on real PostgreSQL, with the site on a random
 * port. All such tests share one context and one database, so each makes its own data and
 * never counts on being alone. The engine's jobs run only when a test asks for it
 * ({@link Engine}), and time stands still until a test moves it ({@link TestClock}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ ErrandConfiguration.class, TestClock.class, Engine.class, Given.class, Coverage.class, Site.class })
public @interface GuantongTest {

}
