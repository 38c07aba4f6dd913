package org.guantong.demo;

import java.util.HashMap;
import java.util.Map;

import org.guantong.identity.Group;
import org.guantong.identity.Organisation;
import org.guantong.identity.People;
import org.guantong.identity.Person;

/** The demonstration's people by username and its organisations by key. */
@ForDemonstration
class Cast {

	private final People people;

	private final Map<String, Organisation> organisations = new HashMap<>();

	Cast(People people) {
		this.people = people;
	}

	void add(String key, Organisation organisation) {
		organisations.put(key, organisation);
	}

	Organisation organisation(String key) {
		return organisations.get(key);
	}

	Person the(String username) {
		return people.byUsername(username).orElseThrow(() -> new IllegalStateException("nobody is " + username));
	}

	Person officer() {
		return the("officer");
	}

	Person byId(long account) {
		return people.require(account);
	}

	/** The one person of an organisation with a name such as {@code ln.contact}. */
	Person of(String key, String office) {
		return the(key + "." + office);
	}

	/** The person of that office in the one organisation a task is offered to. */
	Person ofGroup(String groups, String office) {
		return of(keyOf(Group.parse(groups.split(",")[0]).organisationId()), office);
	}

	/** Who signs for the host institution of a PI. */
	Person hostOf(String pi) {
		return the("host." + keyOf(the(pi).organisationId()));
	}

	/** The key of an organisation. */
	String keyOf(long organisationId) {
		return organisations.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().id() == organisationId)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
	}

}
