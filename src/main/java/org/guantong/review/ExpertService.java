package org.guantong.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.review.directory.CurrentAffiliations;
import org.guantong.review.directory.ExpertChanged;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.shared.Subject;

/** The directory of experts, kept by the office and, each their own, by the experts. */
@Service
@Transactional
public class ExpertService {

	private static final Pattern CODE = Pattern.compile("[A-HT][0-9]{0,6}");

	private static final int MOST_KEYWORDS = 20;

	private static final int LONGEST_KEYWORD = 30;

	private final Experts experts;

	private final ExpertSearch search;

	private final CurrentAffiliations affiliations;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	ExpertService(Experts experts, ExpertSearch search, CurrentAffiliations affiliations, JdbcClient jdbc,
			AuditTrail audit, ApplicationEventPublisher events) {
		this.experts = experts;
		this.search = search;
		this.affiliations = affiliations;
		this.jdbc = jdbc;
		this.audit = audit;
		this.events = events;
	}

	/** The directory, filtered and ordered. */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public ExpertPage find(Person actor, ExpertFilter filter, int page, int size) {
		return search.find(filter, page, size);
	}

	/** What an expert did on panels so far. */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public ServiceRecord service(Person actor, long id) {
		return search.serviceOf(id);
	}

	/** Where that expert is asked, or is to review, and the reviews handed in. */
	@PreAuthorize("@reviewPermissions.mayReadFile(#actor, #id)")
	@Transactional(readOnly = true)
	public List<Duty> duties(Person actor, long id) {
		return jdbc.sql("""
				select m.id, m.state, m.due_at, p.kind, p.subject_id, c.code, c.title from panel_member m
				join panel p on p.id = m.panel_id
				join process_case c on c.kind = p.kind and c.subject_id = p.subject_id
				where m.expert_id = ? and m.state in ('INVITED', 'ACCEPTED', 'SUBMITTED')
				order by m.due_at nulls last, m.id desc
				""")
			.param(id)
			.query((row, index) -> new Duty(row.getLong("id"),
					Subject.of(Kind.ofSlug(row.getString("kind")), row.getLong("subject_id"), row.getString("code"),
							row.getString("title")),
					MemberState.valueOf(row.getString("state")),
					row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant()))
			.list();
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

	@PreAuthorize("@reviewPermissions.mayReadFile(#actor, #id)")
	@Transactional(readOnly = true)
	public Expert require(Person actor, long id) {
		return experts.find(id).orElseThrow(() -> new NotFound("expert", id));
	}

	/** Counts the changes of an expert's profile; 0 when none was written yet. */
	@PreAuthorize("@reviewPermissions.mayReadFile(#actor, #id)")
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
	@PreAuthorize("@reviewPermissions.mayKeepFile(#actor, #id)")
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
		affiliations.are(id, wanted.affiliations());
		audit.record(actor, "expert.described", new Ref(Kind.ACCOUNT, id), String.join(" ", wanted.codes()));
		events.publishEvent(new ExpertChanged(id));
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
