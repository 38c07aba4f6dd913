package org.guantong.project.scheme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
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

/**
 * Keeps the versions of budget lines: a new one is made from one that is, and changed
 * until a project uses it; who approves transfers can change at any time.
 */
@Service
@Transactional
public class BudgetSchemeService {

	private static final Set<String> KINDS = Set.of("DIRECT", "TRANSFER", "OTHER", "INDIRECT");

	private static final Set<String> APPROVERS = Set.of("HOST", "OFFICE", "NONE");

	private static final int MOST = 30;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	BudgetSchemeService(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** All versions, the current one first, those made later behind. */
	@PreAuthorize("@schemePermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<BudgetScheme> all(Person actor) {
		return jdbc.sql("""
				select s.*, (select count(distinct b.project_id) from budget_line b
				             join budget_scheme_line l on l.id = b.scheme_line_id where l.scheme_id = s.id) as projects
				from budget_scheme s order by s.position
				""")
			.query((row, index) -> new BudgetScheme(row.getLong("id"), row.getString("code"), row.getString("name"),
					row.getString("name_en"), row.getInt("projects"), lines(row.getLong("id"))))
			.list();
	}

	/**
	 * One version.
	 * @throws NotFound when there is none of that code
	 */
	@PreAuthorize("@schemePermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public BudgetScheme require(Person actor, String code) {
		return all(actor).stream()
			.filter((scheme) -> scheme.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new NotFound("budget-scheme", code));
	}

	/**
	 * Makes a new version with the lines of one that is.
	 * @param code of the new version, up to 12 letters and digits
	 * @throws InvalidInput naming every field that cannot be taken
	 */
	@PreAuthorize("@schemePermissions.mayKeep(#actor)")
	public void copy(Person actor, String from, String code, String name, String nameEn) {
		BudgetScheme source = require(actor, from);
		List<FieldProblem> problems = new ArrayList<>();
		require(problems, code != null && code.matches("[A-Za-z0-9-]{1,12}"), "code", "scheme.invalid.code");
		require(problems, isText(name, 40), "name", "scheme.invalid.name");
		require(problems, isText(nameEn, 60), "nameEn", "scheme.invalid.name");
		refuse(problems);
		long id;
		try {
			id = jdbc.sql("""
					insert into budget_scheme (code, name, name_en, position)
					select ?, ?, ?, coalesce(max(position), 0) + 1 from budget_scheme returning id
					""").params(code, name.strip(), nameEn.strip()).query(Long.class).single();
		}
		catch (DuplicateKeyException ex) {
			throw InvalidInput.of("code", "scheme.invalid.taken");
		}
		insert(id, source.lines());
		audit.record(actor, "scheme.copied", new Ref(Kind.GRANT_CATEGORY, id), from + " → " + code);
	}

	/**
	 * Other lines in place of those that are; of a version in use only who approves can
	 * change.
	 * @throws InvalidInput naming every field that cannot be taken, as
	 * {@code [row].field}
	 * @throws Stale when a project uses the version and its lines would change
	 */
	@PreAuthorize("@schemePermissions.mayKeep(#actor)")
	public void change(Person actor, String code, List<BudgetScheme.Line> wanted) {
		// Whoever enters a project under it at the same moment comes before or after.
		jdbc.sql("select id from budget_scheme where code = ? for update").param(code).query(Long.class).optional();
		BudgetScheme scheme = require(actor, code);
		refuse(problems(wanted));
		if (!scheme.isUsed()) {
			jdbc.sql("delete from budget_scheme_line where scheme_id = ?").param(scheme.id()).update();
			insert(scheme.id(), wanted);
		}
		else if (!names(wanted).equals(names(scheme.lines()))) {
			throw new Stale("scheme.stale.used");
		}
		else {
			wanted.forEach(
					(line) -> jdbc.sql("update budget_scheme_line set approver = ? where scheme_id = ? and code = ?")
						.params(line.approver(), scheme.id(), line.code())
						.update());
		}
		audit.record(actor, "scheme.changed", new Ref(Kind.GRANT_CATEGORY, scheme.id()), code);
	}

	private static List<String> names(List<BudgetScheme.Line> lines) {
		return lines.stream().map((one) -> one.code() + one.name() + one.nameEn() + one.kind()).toList();
	}

	private static List<FieldProblem> problems(List<BudgetScheme.Line> wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		Set<String> codes = new HashSet<>();
		require(problems, !wanted.isEmpty() && wanted.size() <= MOST, "lines", "scheme.invalid.lines", MOST);
		for (int row = 0; row < wanted.size(); row++) {
			BudgetScheme.Line line = wanted.get(row);
			String at = "[" + row + "].";
			require(problems, line.code() != null && line.code().matches("[A-Z_]{2,30}") && codes.add(line.code()),
					at + "code", "scheme.invalid.lineCode");
			require(problems, isText(line.name(), 40), at + "name", "scheme.invalid.name");
			require(problems, isText(line.nameEn(), 60), at + "nameEn", "scheme.invalid.name");
			require(problems, KINDS.contains(String.valueOf(line.kind())), at + "kind", "scheme.invalid.kind");
			require(problems, APPROVERS.contains(String.valueOf(line.approver())), at + "approver",
					"scheme.invalid.approver");
		}
		return problems;
	}

	private List<BudgetScheme.Line> lines(long scheme) {
		return jdbc.sql("select * from budget_scheme_line where scheme_id = ? order by position")
			.param(scheme)
			.query((row, index) -> new BudgetScheme.Line(row.getString("code"), row.getString("name"),
					row.getString("name_en"), row.getString("kind"), row.getString("approver")))
			.list();
	}

	private void insert(long scheme, List<BudgetScheme.Line> lines) {
		for (int position = 1; position <= lines.size(); position++) {
			BudgetScheme.Line line = lines.get(position - 1);
			jdbc.sql("""
					insert into budget_scheme_line (scheme_id, code, name, name_en, kind, approver, position)
					values (?, ?, ?, ?, ?, ?, ?)
					""")
				.params(scheme, line.code(), line.name().strip(), line.nameEn().strip(), line.kind(), line.approver(),
						position)
				.update();
		}
	}

	private static boolean isText(String text, int longest) {
		return text != null && !text.isBlank() && text.strip().length() <= longest;
	}

	private static void require(List<FieldProblem> problems, boolean right, String field, String message,
			Object... arguments) {
		if (!right) {
			problems.add(FieldProblem.of(field, message, arguments));
		}
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
