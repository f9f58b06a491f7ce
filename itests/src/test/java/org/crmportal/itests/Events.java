package org.crmportal.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open stream of events, and what came so far. */
final class Events implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpResponse<InputStream> response;
  private final List<Event> heard = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::read, "events");
  private volatile boolean over;

  /** One event. */
  record Event(String name, JsonNode data) {

    /** Whether it says that this happened to a record. */
    boolean says(String action, String id) {
      return name.equals("changed")
          && data.get("action").asText().equals(action)
          && data.get("id").asText().equals(id);
    }
  }

  Events(HttpClient client, HttpRequest request) {
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** All events until now. */
  List<Event> heard() {
    return List.copyOf(heard);
  }

  /** Whether an event was heard that something happened to a record. */
  boolean heard(String action, String id) {
    return heard.stream().anyMatch(event -> event.says(action, id));
  }

  /** Waits for that event. */
  Events await(String action, String id) {
    Wait.until(action + " " + id + " in " + heard, PATIENCE, () -> heard(action, id));
    return this;
  }

  /** Waits for any event of a name. */
  Events await(String name) {
    Wait.until(
        name + " in " + heard,
        PATIENCE,
        () -> heard.stream().anyMatch(event -> event.name().equals(name)));
    return this;
  }

  /** Waits for the end of the stream. */
  void awaitEnd(Duration limit) {
    Wait.until("the end of the stream", limit, () -> over);
  }

  boolean over() {
    return over;
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      var name = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          heard.add(new Event(name, Api.parse(line.substring(6))));
        }
      }
    } catch (IOException e) {
      // Cut off, or closed by the test: over either way.
    } finally {
      over = true;
    }
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
