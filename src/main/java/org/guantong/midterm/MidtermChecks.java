package org.guantong.midterm;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface MidtermChecks extends ListCrudRepository<MidtermCheck, Long> {

	default MidtermCheck require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.MIDTERM_CHECK, id));
	}

	/** Whether a project has its check of that season, or one that is still under way. */
	@Query("""
			select exists (select 1 from midterm_check where project_id = :project and (season = :season
			  or state not in ('CONTINUED', 'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'PAYMENT_SUSPENDED', 'TERMINATED')))
			""")
	boolean hasCheck(long project, int season);

}
