package org.guantong.shared;

/** What a thing is, in the words of the API: the singular English name in kebab case. */
public enum Kind {

	ACCOUNT("account"), ORGANISATION("organisation"), JOINT_FUND("joint-fund"), ROUND("round"), DEMAND("demand"),
	SCIENTIFIC_QUESTION("scientific-question"), GUIDE("guide"), GUIDE_DIRECTION("guide-direction"), PROJECT("project"),
	MIDTERM_CHECK("midterm-check"), CLOSURE("closure"), ACHIEVEMENT("achievement"), TRANSFER("transfer"),
	DOCUMENT_TEMPLATE("document-template"), MEETING("meeting"), GRANT_CATEGORY("grant-category"), CALENDAR("calendar"),
	PROJECT_CHANGE("project-change"), BUDGET_TRANSFER("budget-transfer"), EXPENDITURE("expenditure"),
	ANNUAL_REPORT("annual-report"), SITE_VISIT("site-visit"), CONTRIBUTION("contribution");

	private final String slug;

	Kind(String slug) {
		this.slug = slug;
	}

	public String slug() {
		return slug;
	}

	/**
	 * Whether things of this kind are links of the chain from need to application, and so
	 * can be traced.
	 */
	public boolean isLinked() {
		return switch (this) {
			case DEMAND, SCIENTIFIC_QUESTION, GUIDE_DIRECTION, PROJECT, ACHIEVEMENT, TRANSFER -> true;
			default -> false;
		};
	}

	/** The kind of that name; {@link NotFound} when there is none. */
	public static Kind ofSlug(String slug) {
		for (Kind kind : values()) {
			if (kind.slug.equals(slug)) {
				return kind;
			}
		}
		throw new NotFound("kind", slug);
	}

}
