package org.guantong.midterm;

import java.util.List;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface MidtermChecks extends ListCrudRepository<MidtermCheck, Long> {

	default MidtermCheck require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.MIDTERM_CHECK, id));
	}

	/** All of a project, cancelled ones too, the first at the top. */
	List<MidtermCheck> findByProjectIdOrderById(long projectId);

	/** Whether a project has its check of that season, or one that is still under way. */
	@Query("""
			select exists (select 1 from midterm_check where project_id = :project and state <> 'CANCELLED'
			  and (season = :season or state not in
			    ('CONTINUED', 'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'PAYMENT_SUSPENDED', 'TERMINATED')))
			""")
	boolean hasCheck(long project, int season);

	/** Whether the season of the project's fund is over. */
	@Query("""
			select exists (select 1 from project p join guide_direction g on g.id = p.direction_id
			  join round r on r.id = g.round_id join midterm_season_end e on e.fund_id = r.fund_id
			  where p.id = :project and e.season = :season)
			""")
	boolean isClosed(long project, int season);

	/** How many checks of a project were opened for a season, cancelled ones too. */
	@Query("select count(*) from midterm_check where project_id = :project and season = :season")
	int opened(long project, int season);

}
