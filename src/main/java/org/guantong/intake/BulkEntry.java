package org.guantong.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.FormData;

/**
 * What can be entered in bulk, told by the stage whose things these are. Every method is
 * called with the person who sent the workbook; rules are those of entering one by one.
 * The stage's message file has examples for the columns under
 * {@code <module>.example.<field>}, of a list's field {@code <list>.<field>}.
 */
public interface BulkEntry {

	/** What one row becomes; also the name of this entry in addresses. */
	Kind kind();

	/** The module whose message file has the examples. */
	String module();

	/** Name of the file in {@code forms/entry}, without its ending. */
	String form();

	/**
	 * Whether that person enters such things there at all.
	 * @param scope where the things are entered, e.g. the id of the round
	 * @throws org.guantong.shared.NotFound when there is no such place for them
	 */
	boolean mayEnter(Person actor, long scope);

	/** The place as a person knows it. */
	Place place(Person actor, long scope);

	/**
	 * Throws {@link org.guantong.shared.Stale} unless things can be entered now; within a
	 * transaction, holds off others who enter there.
	 */
	void requireTurn(Person actor, long scope);

	/**
	 * What the form is shown with: choices, and by the name of a field what to take where
	 * a cell was left empty.
	 */
	Map<String, Object> known(Person actor, long scope);

	/**
	 * Enters several.
	 * @return what became of each, in the same order
	 */
	List<Outcome> addAll(Person actor, long scope, List<FormData> forms);

	/**
	 * Changes one that came from an earlier workbook.
	 * @throws org.guantong.shared.Stale when it is no longer what that workbook made it
	 */
	Entered change(Person actor, Entered before, FormData form);

	/** Those among these ids that have not been taken back since. */
	Set<Long> standing(Collection<Long> ids);

	/**
	 * Where things are entered.
	 *
	 * @param subject the place, e.g. the round, in the audit record
	 * @param path of the page that lists what was entered
	 */
	record Place(Ref subject, String title, String path) {
	}

	/**
	 * What became of one row.
	 *
	 * @param entered null when it may not be entered
	 * @param problems why not, naming the fields; empty otherwise
	 */
	record Outcome(Entered entered, List<FieldProblem> problems) {
	}

	/** A thing as it was when the workbook had entered it. */
	record Entered(long id, int version) {
	}

}
