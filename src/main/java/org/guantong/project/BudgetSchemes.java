package org.guantong.project;

import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schemes budgets are laid out by: versioned reference data. */
@Component
public class BudgetSchemes {

	private final JdbcClient jdbc;

	BudgetSchemes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A line of a scheme. */
	public record SchemeLine(String code, String name, String nameEn, String kind) {

		public String in(Locale locale) {
			return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
		}

		/** Whether it is part of the direct cost: spent here or passed on to partners. */
		public boolean isDirect() {
			return kind.equals("DIRECT") || kind.equals("TRANSFER");
		}

	}

	/** A scheme by name. */
	public record Scheme(String code, String name, String nameEn) {

		public String in(Locale locale) {
			return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
		}

	}

	/** All schemes, the current one first. */
	public List<Scheme> all() {
		return jdbc.sql("select code, name, name_en from budget_scheme order by position")
			.query((row, index) -> new Scheme(row.getString("code"), row.getString("name"), row.getString("name_en")))
			.list();
	}

	/** The lines of a scheme in order; empty when there is no such scheme. */
	public List<SchemeLine> lines(String scheme) {
		return jdbc.sql("""
				select l.code, l.name, l.name_en, l.kind from budget_scheme_line l
				join budget_scheme s on s.id = l.scheme_id where s.code = ? order by l.position
				""")
			.param(scheme)
			.query((row, index) -> new SchemeLine(row.getString("code"), row.getString("name"),
					row.getString("name_en"), row.getString("kind")))
			.list();
	}

}
