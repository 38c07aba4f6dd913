package org.guantong.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/** The directory of experts, kept by the office. */
@Service
@Transactional
public class ExpertService {

	private static final Pattern CODE = Pattern.compile("[A-HT][0-9]{0,6}");

	private static final int MOST_KEYWORDS = 20;

	private static final int LONGEST_KEYWORD = 30;

	private final Experts experts;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	ExpertService(Experts experts, JdbcClient jdbc, AuditTrail audit) {
		this.experts = experts;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Experts whose name, organisation, code or keyword holds the text, by name. */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public List<Expert> search(Person actor, String text, int page, int size) {
		return experts.search(pattern(text), size, (long) page * size);
	}

	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public long count(Person actor, String text) {
		return experts.count(pattern(text));
	}

	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public Expert require(Person actor, long id) {
		return experts.find(id).orElseThrow(() -> new NotFound("expert", id));
	}

	/** Counts the changes of an expert's profile; 0 when none was written yet. */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public int version(Person actor, long id) {
		return jdbc.sql("select version from expert_profile where account_id = ?")
			.param(id)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	/**
	 * Writes down what an expert is good at.
	 * @throws Stale when the profile was changed meanwhile
	 */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void describe(Person actor, long id, NewExpertProfile wanted) {
		require(actor, id);
		check(wanted);
		int changed = jdbc.sql("""
				insert into expert_profile (account_id, version, codes, keywords, most_panels)
				values (:id, 1, :codes::text[], :keywords::text[], :most)
				on conflict (account_id) do update set version = expert_profile.version + 1, codes = excluded.codes,
				    keywords = excluded.keywords, most_panels = excluded.most_panels
				where expert_profile.version = :version
				""")
			.param("id", id)
			.param("version", wanted.version())
			.param("codes", wanted.codes().toArray(String[]::new))
			.param("keywords", wanted.keywords().toArray(String[]::new))
			.param("most", wanted.mostPanels())
			.update();
		if (changed == 0) {
			throw new Stale("review.expert.stale");
		}
		jdbc.sql("delete from expert_affiliation where account_id = ?").param(id).update();
		wanted.affiliations()
			.stream()
			.distinct()
			.forEach((organisation) -> jdbc
				.sql("insert into expert_affiliation (account_id, organisation_id) values (?, ?)")
				.params(id, organisation)
				.update());
		audit.record(actor, "expert.described", new Ref(Kind.ACCOUNT, id), String.join(" ", wanted.codes()));
	}

	private static void check(NewExpertProfile wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		wanted.codes()
			.stream()
			.filter((code) -> !CODE.matcher(code).matches())
			.findFirst()
			.ifPresent((code) -> problems.add(FieldProblem.of("codes", "review.expert.code", code)));
		wanted.keywords()
			.stream()
			.filter((keyword) -> keyword.isBlank() || keyword.codePointCount(0, keyword.length()) > LONGEST_KEYWORD)
			.findFirst()
			.ifPresent(
					(keyword) -> problems.add(FieldProblem.of("keywords", "review.expert.keyword", LONGEST_KEYWORD)));
		if (wanted.keywords().size() > MOST_KEYWORDS) {
			problems.add(FieldProblem.of("keywords", "review.expert.keywords", MOST_KEYWORDS));
		}
		if (wanted.mostPanels() < 0 || wanted.mostPanels() > 50) {
			problems.add(FieldProblem.of("mostPanels", "review.expert.mostPanels"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private static String pattern(String text) {
		return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
