package org.guantong.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.env.Environment;

import org.guantong.identity.Person;

/**
 * The running site, over HTTP: pages with a session, the API with a token. People of
 * {@link Given} sign in.
 */
public class Site {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final Environment environment;

	private final ObjectMapper json;

	public Site(Environment environment, ObjectMapper json) {
		this.environment = environment;
		this.json = json;
	}

	public String address() {
		return "http://localhost:" + environment.getRequiredProperty("local.server.port");
	}

	/** A browser without script in which this person has signed in. */
	public Browser browser(Person person) {
		Browser browser = new Browser();
		browser.get("/login");
		Reply reply = browser.post("/login", Map.of("username", person.username(), "password", "password"));
		if (reply.path().startsWith("/login")) {
			throw new IllegalStateException(person.username() + " could not sign in: " + reply.body());
		}
		return browser;
	}

	/** A browser in which nobody has signed in. */
	public Browser browser() {
		return new Browser();
	}

	/** The API as this person. */
	public Api api(Person person) {
		Reply reply = send(HttpClient.newHttpClient(),
				HttpRequest.newBuilder(URI.create(address() + "/api/tokens"))
					.header("Content-Type", "application/json")
					.POST(body(Map.of("username", person.username(), "password", "password"))));
		return new Api(reply.json().get("token").asText());
	}

	/** What came back; {@code path} is where redirects ended. */
	public final class Reply {

		private final HttpResponse<String> response;

		Reply(HttpResponse<String> response) {
			this.response = response;
		}

		public int status() {
			return response.statusCode();
		}

		public String body() {
			return response.body();
		}

		public String path() {
			return response.uri().getPath();
		}

		public String header(String name) {
			return response.headers().firstValue(name).orElse(null);
		}

		public JsonNode json() {
			try {
				return json.readTree(response.body());
			}
			catch (IOException ex) {
				throw new IllegalStateException(response.statusCode() + " " + response.body(), ex);
			}
		}

	}

	/**
	 * One session; follows redirects and carries the anti-forgery token of the page last
	 * seen.
	 */
	public final class Browser {

		private final HttpClient client = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();

		private String token = "";

		public Reply get(String path) {
			return remember(send(client, HttpRequest.newBuilder(URI.create(address() + path)).GET()));
		}

		public Reply post(String path, Map<String, String> fields) {
			String form = fields.entrySet()
				.stream()
				.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
				.collect(Collectors.joining("&", "", "&_csrf=" + encode(token)));
			return remember(send(client,
					HttpRequest.newBuilder(URI.create(address() + path))
						.header("Content-Type", "application/x-www-form-urlencoded")
						.POST(HttpRequest.BodyPublishers.ofString(form))));
		}

		/** Sends a form with a file in the field {@code file}. */
		public Reply upload(String path, String fileName, byte[] file, Map<String, String> fields) {
			Map<String, String> all = new HashMap<>(fields);
			all.put("_csrf", token);
			return remember(
					send(client, multipart(HttpRequest.newBuilder(URI.create(address() + path)), fileName, file, all)));
		}

		/** A file as it is. */
		public byte[] bytes(String path) {
			return Site.this.bytes(client, HttpRequest.newBuilder(URI.create(address() + path)).GET());
		}

		private Reply remember(Reply reply) {
			Matcher csrf = CSRF.matcher(reply.body());
			if (csrf.find()) {
				token = csrf.group(1);
			}
			return reply;
		}

	}

	/** The API with one person's token. */
	public final class Api {

		private final HttpClient client = HttpClient.newHttpClient();

		private final String token;

		Api(String token) {
			this.token = token;
		}

		public Reply get(String path) {
			return send(client, request(path).GET());
		}

		public Reply post(String path, Object content) {
			return send(client, request(path).POST(body(content)));
		}

		/** Sends a text as it is, e.g. a list as {@code text/csv}. */
		public Reply post(String path, String type, String text) {
			return send(client,
					request(path).setHeader("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(text)));
		}

		/** Sends a form with a file in the field {@code file}. */
		public Reply upload(String path, String fileName, byte[] file, Map<String, String> fields) {
			return send(client, multipart(request(path), fileName, file, fields));
		}

		/** A file as it is. */
		public byte[] bytes(String path) {
			return Site.this.bytes(client, request(path).GET());
		}

		public Reply put(String path, Object content) {
			return send(client, request(path).PUT(body(content)));
		}

		public Reply delete(String path) {
			return send(client, request(path).DELETE());
		}

		private HttpRequest.Builder request(String path) {
			return HttpRequest.newBuilder(URI.create(address() + path))
				.header("Authorization", "Bearer " + token)
				.header("Content-Type", "application/json");
		}

	}

	private HttpRequest.BodyPublisher body(Object content) {
		try {
			return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(content));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpRequest.Builder multipart(HttpRequest.Builder request, String fileName, byte[] file,
			Map<String, String> fields) {
		String boundary = "----guantong" + System.nanoTime();
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		fields.forEach(
				(name, value) -> part(body, boundary, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
		part(body, boundary, "name=\"file\"; filename=\"" + fileName + "\"", file);
		body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return request.setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
	}

	private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
		body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
	}

	private byte[] bytes(HttpClient client, HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Reply send(HttpClient client, HttpRequest.Builder request) {
		try {
			return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
