package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resources come and go while others serve. */
class ComingAndGoingTest {

  private final TestServer server = new TestServer().mayEverything();

  @AfterEach
  void close() {
    server.close();
  }

  /** What another module contributes below the path of the notes. */
  @Path("/notes/{id}/replies")
  public static final class Replies {

    @GET
    @RequiresAuthentication
    public Map<String, Object> all() {
      return Map.of("replies", 0);
    }
  }

  @Test
  void whatIsContributedBelowAnothersPathComesAndGoes() {
    var path = server.created("{\"title\": \"a\"}") + "/replies";
    var replies = Published.resource(new Replies(), 2);

    assertThat(server.get(path).statusCode()).isEqualTo(404);
    server.pipeline.publish(replies);
    assertThat(server.get(path).body()).isEqualTo("{\"replies\":0}");
    server.pipeline.withdraw(replies);
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void requestsGoOnWhileTheirNeighboursChange() throws InterruptedException {
    var path = server.created("{\"title\": \"a\"}");
    var failures = new ConcurrentLinkedQueue<Integer>();
    var over = new AtomicBoolean();
    var client =
        new Thread(
            () -> {
              while (!over.get()) {
                var status = server.get(path).statusCode();
                if (status != 200) {
                  failures.add(status);
                }
              }
            });
    client.start();
    for (int i = 0; i < 20; i++) {
      var replies = Published.resource(new Replies(), 2);
      server.pipeline.publish(replies);
      server.pipeline.withdraw(replies);
    }
    over.set(true);
    client.join();

    assertThat(failures).isEmpty();
  }
}
