package org.guantong;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.testing.Engine;
import org.guantong.testing.GuantongTest;

@GuantongTest
class StartTest {

	@Autowired
	private Engine engine;

	@Test
	void theApplicationStartsOnAnEmptyDatabase() {
		engine.settle();
	}

}
