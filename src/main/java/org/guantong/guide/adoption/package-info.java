/**
 * Many directions at once: co-funders sign them off on one page, the committee adopts
 * them in one session.
 */
package org.guantong.guide.adoption;
