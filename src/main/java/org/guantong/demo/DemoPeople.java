package org.guantong.demo;

import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;

import org.guantong.identity.Bootstrap;
import org.guantong.identity.NewAccount;
import org.guantong.identity.Organisation;
import org.guantong.identity.OrganisationKind;
import org.guantong.identity.OrganisationService;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;

/** Organisations, people and what experts are good at. */
@ForDemonstration
@Order(1)
class DemoPeople implements DemoStage {

	private static final int MOST_PANELS = 20;

	private final Script script;

	private final Cast cast;

	private final DemoMark mark;

	private final Organisations bodies;

	private final OrganisationService organisations;

	private final Bootstrap bootstrap;

	private final ExpertService experts;

	private final String password;

	DemoPeople(Script script, Cast cast, DemoMark mark, Organisations bodies, OrganisationService organisations,
			Bootstrap bootstrap, ExpertService experts,
			@Value("${guantong.demonstration.password:guantong}") String password) {
		this.script = script;
		this.cast = cast;
		this.mark = mark;
		this.bodies = bodies;
		this.organisations = organisations;
		this.bootstrap = bootstrap;
		this.experts = experts;
		this.password = password;
	}

	@Override
	public String play() {
		List<Script.Body> all = script.organisations();
		cast.add(all.get(0).key(), bodies.save(organisation(all.get(0))));
		mark.set(Demonstration.STARTED);
		Script.Someone first = script.people()
			.stream()
			.filter((one) -> one.roles().contains(Role.ADMIN))
			.findFirst()
			.orElseThrow();
		Person admin = bootstrap.openAllBySystem(List.of(account(first)), password).get(0);
		all.stream().skip(1).forEach((body) -> cast.add(body.key(), organisations.save(admin, organisation(body))));
		List<Script.Someone> others = script.people().stream().filter((one) -> !one.equals(first)).toList();
		bootstrap.openAllBySystem(others.stream().map(this::account).toList(), password);
		others.stream().filter((one) -> one.codes() != null).forEach(this::describe);
		return "%d organisations and %d people".formatted(all.size(), others.size() + 1);
	}

	private void describe(Script.Someone expert) {
		experts.describe(cast.officer(), cast.the(expert.username()).id(),
				new NewExpertProfile(0, expert.codes(), expert.keywords(), List.of(), MOST_PANELS));
	}

	private NewAccount account(Script.Someone one) {
		return new NewAccount(one.username(), one.name(), one.username() + "@demo.example.org", "zh",
				cast.organisation(one.organisation()).id(), Set.copyOf(one.roles()));
	}

	private static Organisation organisation(Script.Body body) {
		return new Organisation(null, 0, body.name(), body.kind(),
				body.kind() == OrganisationKind.FUNDER ? null : body.creditCode(), body.region());
	}

}
