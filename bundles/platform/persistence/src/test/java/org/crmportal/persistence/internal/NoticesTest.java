package org.crmportal.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.crmportal.platform.NoticeListener;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes tell each other over the database. */
class NoticesTest {

  private static final String MISSED = "missed";
  private static final String KILL =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND pid <> pg_backend_pid()";

  private TestDatabase database;
  private Notices here;
  private Notices there;

  @BeforeEach
  void open() {
    database = TestDatabase.empty();
    here = new Notices(database.dataSource());
    there = new Notices(database.dataSource());
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    database.close();
  }

  @Test
  void whatOneNodeTellsAllNodesHear() throws InterruptedException {
    var speaker = new Somebody("crm_test");
    var listener = new Somebody("crm_test");
    var other = new Somebody("crm_other");
    meet(speaker, listener);
    there.add(other);
    assertThat(other.next()).isEqualTo(MISSED);

    speaker.say("first", "second");

    assertThat(speaker.next()).isEqualTo("first");
    assertThat(speaker.next()).isEqualTo("second");
    assertThat(listener.next()).isEqualTo("first");
    assertThat(listener.next()).isEqualTo("second");
    assertThat(other.heard).isEmpty();
  }

  @Test
  void afterALostConnectionItIsSaidAndGoesOn() throws InterruptedException {
    var speaker = new Somebody("crm_test");
    var listener = new Somebody("crm_test");
    meet(speaker, listener);

    database.execute(KILL);
    assertThat(listener.next()).isEqualTo(MISSED);
    assertThat(speaker.next()).isEqualTo(MISSED);
    speaker.say("again");

    assertThat(listener.next()).isEqualTo("again");
  }

  @Test
  void aListenerThatFailsHarmsNobodyElse() throws InterruptedException {
    here.add(
        new NoticeListener() {
          @Override
          public String channel() {
            return "crm_test";
          }

          @Override
          public void heard(List<String> texts) {
            throw new IllegalStateException("always");
          }

          @Override
          public void missed() {
            throw new IllegalStateException("always");
          }

          @Override
          public List<String> tells() {
            throw new IllegalStateException("always");
          }
        });
    var listener = new Somebody("crm_test");
    var speaker = new Somebody("crm_test");
    meet(listener, speaker);

    speaker.say("all the same");

    assertThat(listener.next()).isEqualTo("all the same");
  }

  private void meet(Somebody one, Somebody other) throws InterruptedException {
    here.add(one);
    there.add(other);
    assertThat(one.next()).isEqualTo(MISSED);
    assertThat(other.next()).isEqualTo(MISSED);
  }

  /** Hears on a channel, and says what it is told to say. */
  private static final class Somebody implements NoticeListener {
    private final String channel;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> toSay = new LinkedBlockingQueue<>();

    Somebody(String channel) {
      this.channel = channel;
    }

    void say(String... texts) {
      toSay.addAll(List.of(texts));
    }

    String next() throws InterruptedException {
      return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
    }

    @Override
    public String channel() {
      return channel;
    }

    @Override
    public void heard(List<String> texts) {
      heard.addAll(texts);
    }

    @Override
    public void missed() {
      heard.add(MISSED);
    }

    @Override
    public List<String> tells() {
      var texts = new ArrayList<String>();
      toSay.drainTo(texts);
      return texts;
    }
  }
}
