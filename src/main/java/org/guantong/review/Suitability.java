package org.guantong.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.identity.Role;

/**
 * How well experts suit what is to be judged, by codes and meaning, for stages that ask
 * experts outside of panels.
 */
@Component
public class Suitability {

	private final Experts experts;

	private final Affinities affinities;

	Suitability(Experts experts, Affinities affinities) {
		this.experts = experts;
		this.affinities = affinities;
	}

	/**
	 * Something to be judged.
	 *
	 * @param id its key
	 * @param codes application codes
	 */
	public record Subject(long id, String text, List<String> codes) {
	}

	/** Everybody who can be asked in that role, with what they carry now. */
	public List<Expert> experts(Role role) {
		return experts.withRole(role);
	}

	/** By subject and expert, from 0 to 1. */
	public Map<Long, Map<Long, Double>> of(List<Expert> asked, List<Subject> subjects) {
		Map<Long, Map<Long, Double>> fits = new HashMap<>();
		Affinities.Scale scale = affinities.scale(asked);
		subjects.forEach((subject) -> {
			Map<Long, Double> ofOne = new HashMap<>();
			scale.of(subject.text(), subject.codes()).forEach((fit) -> ofOne.put(fit.expert().id(), fit.affinity()));
			fits.put(subject.id(), ofOne);
		});
		return fits;
	}

}
