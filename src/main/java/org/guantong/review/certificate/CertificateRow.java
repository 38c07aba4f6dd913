package org.guantong.review.certificate;

/**
 * An expert who served in a year, and the certificate that stands for it.
 *
 * @param reviews handed in so far
 * @param certificate null when none was issued
 */
public record CertificateRow(long expertId, String name, String organisation, int reviews, Certificate certificate) {

	/** Whether there is none yet, or it says less than was done since. */
	public boolean isDue() {
		return certificate == null || certificate.reviews() < reviews;
	}

}
