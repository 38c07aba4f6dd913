package org.guantong.review.directory;

import java.util.Collection;
import java.util.List;

/** Told by those who keep grants, since this module knows none. */
public interface SharedGrants {

	/** The grants in which one of those accounts has a part. */
	List<SharedGrant> of(Collection<Long> accounts);

}
