package org.guantong.identity;

import java.util.List;

import org.springframework.stereotype.Component;

/** stub */
@Component
public class Substitutions {

	public List<Person> peopleSubstitutedBy(long accountId) {
		return List.of();
	}

}
