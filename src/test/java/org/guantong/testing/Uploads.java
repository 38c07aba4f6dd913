package org.guantong.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.guantong.attachment.NewAttachment;

import static org.assertj.core.api.Assertions.assertThat;

/** Workbooks sent to be entered and what became of them, and files to attach. */
public final class Uploads {

	/** Looks, a tenth of a second apart. */
	private static final int PATIENCE = 200;

	private Uploads() {
	}

	/**
	 * Sends a workbook and waits until it was dealt with.
	 * @param place where its rows belong, e.g. {@code project/12}
	 * @return the job as the API tells it
	 */
	public static JsonNode send(Site.Api api, String place, byte[] file) {
		Site.Reply reply = api.upload("/api/imports/" + place, "上传.xlsx", file, Map.of());
		assertThat(reply.status()).as(reply.body()).isEqualTo(202);
		long id = reply.json().get("id").asLong();
		for (int turn = 0; turn < PATIENCE; turn++) {
			JsonNode job = api.get("/api/imports/jobs/" + id).json();
			if (!List.of("WAITING", "RUNNING").contains(job.get("state").asText())) {
				return job;
			}
			pause();
		}
		throw new AssertionError("the job never ended");
	}

	/** A small PDF of that name, unlike every other by its content. */
	public static NewAttachment pdf(String name) {
		byte[] content = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
				+ "trailer<</Root 1 0 R>>\n%%EOF " + name)
			.getBytes(StandardCharsets.UTF_8);
		return new NewAttachment(name, content, "", true);
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
