package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever sends slowly or without an end is cut off, on a node whose patience is short. */
class SlowRequestsIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MIB = 1024 * 1024;
  private static CrmServer server;
  private static String token;

  @BeforeAll
  static void start() {
    server =
        CrmNode.fresh()
            .with(
                "CRM_JAVA_OPTS",
                "-XX:TieredStopAtLevel=1 -Dcrm.body_seconds=2"
                    + " -Dcrm.http_read_timeout=3000 -Dcrm.http_parse_timeout=2000")
            .start();
    var login = Map.of("email", CrmNode.ADMIN_EMAIL, "password", CrmNode.ADMIN_PASSWORD);
    token = server.api().post("/auth/login", login).text("access_token");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aBodyThatDribblesIsA408() throws IOException {
    try (var caller = caller("/auth/login", "Content-Length: 100000", "")) {
      Wait.until("an answer", LIMIT, () -> isOver(caller, " "));
      assertThat(answer(caller)).startsWith("HTTP/1.1 408").contains("application/problem+json");
    }
  }

  @Test
  void aBodyThatStopsIsCutOff() throws IOException {
    try (var caller = caller("/auth/login", "Content-Length: 100", "{")) {
      assertThat(answer(caller)).matches("(?s)|HTTP/1.1 4.*");
    }
  }

  @Test
  void headersThatNeverEndAreCutOff() throws IOException {
    try (var caller = socket()) {
      send(caller, "GET /api/v1/leads HTTP/1.1\r\nHost: crm\r\n");
      Wait.until("the end", LIMIT, () -> isOver(caller, "X: y\r\n"));
    }
  }

  @Test
  void aBodyThatSaysItIsTooLongIsA413BeforeItComes() throws IOException {
    try (var caller = caller("/leads/bulk", "Content-Length: " + (16 * MIB + 1), "")) {
      assertThat(answer(caller)).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }
  }

  @Test
  void aBodyWithoutAnEndIsCutOffSoonAfterItsLimit() throws IOException {
    var chunk = Integer.toHexString(MIB) + "\r\n" + " ".repeat(MIB) + "\r\n";
    var sent = new ArrayList<Integer>();
    try (var caller = caller("/leads/bulk", "Transfer-Encoding: chunked", "")) {
      Wait.until(
          "the end",
          LIMIT,
          () -> {
            sent.add(MIB);
            return isOver(caller, chunk);
          });
    }
    assertThat(sent).as("MiB sent").hasSizeLessThan(40);
  }

  @Test
  void othersAreServedMeanwhile() throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 200; i++) {
        slow.add(caller("/auth/login", "Content-Length: 100", "{"));
      }
      Wait.until(
          "an answer to another", LIMIT, () -> server.api().get("/health/live").status() == 200);
    } finally {
      for (var each : slow) {
        each.close();
      }
    }
  }

  /** Somebody who is signed in and begins a request with a body. */
  private static Socket caller(String path, String header, String body) throws IOException {
    var caller = socket();
    send(
        caller,
        "POST /api/v1%s HTTP/1.1\r\nHost: crm\r\nContent-Type: application/json\r\n".formatted(path)
            + "Authorization: Bearer %s\r\n%s\r\n\r\n%s".formatted(token, header, body));
    return caller;
  }

  private static Socket socket() throws IOException {
    var socket = new Socket(server.address().getHost(), server.address().getPort());
    socket.setSoTimeout((int) LIMIT.toMillis());
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Sends more, unless the other side has answered or hung up. */
  private static boolean isOver(Socket socket, String more) throws IOException {
    if (socket.getInputStream().available() > 0) {
      return true;
    }
    try {
      send(socket, more);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    var first = in.read();
    if (first < 0) {
      return "";
    }
    var rest = new byte[8192];
    int length = in.read(rest);
    return (char) first + new String(rest, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
  }
}
