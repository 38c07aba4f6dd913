package org.guantong.workflow.form;

import java.util.Locale;
import java.util.Optional;

/** The form-js components we render and validate, and what each keeps. */
public enum ComponentType {

	/** One line of text. */
	TEXTFIELD(Keeps.INPUT),
	/** Text of several lines. */
	TEXTAREA(Keeps.INPUT),
	/** An exact decimal number. */
	NUMBER(Keeps.INPUT),
	/** A date; times are not supported. */
	DATETIME(Keeps.INPUT),
	/** One of a drop-down list. */
	SELECT(Keeps.INPUT),
	/** One of a few, all in sight. */
	RADIO(Keeps.INPUT),
	/** A tick. */
	CHECKBOX(Keeps.INPUT),
	/** Several of a few, all in sight. */
	CHECKLIST(Keeps.INPUT),
	/** Several of many. */
	TAGLIST(Keeps.INPUT),
	/** Rows of the same fields. */
	DYNAMICLIST(Keeps.INPUT),
	/** Rows to read. */
	TABLE(Keeps.NOTHING),
	/** Fields under one heading; adds no level to the data. */
	GROUP(Keeps.NOTHING),
	/** Words to read. */
	TEXT(Keeps.NOTHING),
	/** A value computed from the others. */
	EXPRESSION(Keeps.COMPUTED);

	private final Keeps keeps;

	ComponentType(Keeps keeps) {
		this.keeps = keeps;
	}

	static Optional<ComponentType> of(String name) {
		for (ComponentType type : values()) {
			if (type.code().equals(name)) {
				return Optional.of(type);
			}
		}
		return Optional.empty();
	}

	/** The name form-js gives it, e.g. {@code textfield}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether a person can fill it in. */
	public boolean isInput() {
		return keeps == Keeps.INPUT;
	}

	/** Whether it leaves a value in the data under its key. */
	public boolean hasValue() {
		return keeps != Keeps.NOTHING;
	}

	/** Whether the value is one of declared options. */
	public boolean isSingleChoice() {
		return this == SELECT || this == RADIO;
	}

	/** Whether the value is a list of declared options. */
	public boolean isMultipleChoice() {
		return this == CHECKLIST || this == TAGLIST;
	}

	private enum Keeps {

		INPUT, COMPUTED, NOTHING

	}

}
