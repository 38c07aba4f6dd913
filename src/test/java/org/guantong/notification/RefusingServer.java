package org.guantong.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A mail server that answers every recipient with the same refusal, which GreenMail never
 * does.
 */
class RefusingServer implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));

	private final String refusal;

	/**
	 * Starts on a free port.
	 * @param refusal the answer to RCPT, e.g. {@code 550 5.1.1 no such user}
	 */
	RefusingServer(String refusal) throws IOException {
		this.refusal = refusal;
		Thread thread = new Thread(this::serve);
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return socket.getLocalPort();
	}

	private void serve() {
		while (!socket.isClosed()) {
			try (Socket client = socket.accept()) {
				talk(client);
			}
			catch (IOException ex) {
				// the client went, or the test is over
			}
		}
	}

	private void talk(Socket client) throws IOException {
		OutputStream out = client.getOutputStream();
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		say(out, "220 ready");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			say(out, line.startsWith("RCPT") ? refusal : line.startsWith("QUIT") ? "221 bye" : "250 ok");
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

}
