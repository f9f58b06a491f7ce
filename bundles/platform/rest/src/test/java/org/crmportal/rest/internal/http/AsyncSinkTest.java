package org.crmportal.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.crmportal.platform.CrmException;
import org.junit.jupiter.api.Test;

/** The way to one reader of a stream. */
class AsyncSinkTest {

  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicInteger over = new AtomicInteger();
  private final Network network = new Network();
  private final List<Runnable> later = new ArrayList<>();
  private boolean busy;
  private boolean stopped;
  private final AsyncSink sink =
      new AsyncSink(
          () -> {
            throw CrmException.unauthenticated("nobody");
          },
          new Connection());

  /** A connection whose thread works when the test says so, and otherwise at once. */
  private final class Connection implements WebServer.Connection {
    @Override
    public void execute(Runnable work) {
      if (stopped) {
        throw new RejectedExecutionException();
      }
      if (busy) {
        later.add(work);
      } else {
        work.run();
      }
    }

    @Override
    public boolean breakOff() {
      broken.incrementAndGet();
      return true;
    }
  }

  /** A network that takes what it is given while it is ready. */
  private static final class Network extends ServletOutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean ready = true;

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      // The test itself says when it is ready again.
    }

    @Override
    public void write(int each) {
      assertThat(ready).isTrue();
      taken.write(each);
    }

    String text() {
      return taken.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatIsSentBeforeTheBeginningComesFirst() {
    assertThat(sink.send("one\n\n")).isTrue();
    begin();
    assertThat(sink.send("two\n\n")).isTrue();

    assertThat(network.text()).isEqualTo("one\n\ntwo\n\n");
  }

  @Test
  void whatTheNetworkDoesNotTakeWaits() {
    begin();
    network.ready = false;
    sink.send("waits\n\n");
    assertThat(network.text()).isEmpty();

    network.ready = true;
    sink.onWritePossible();

    assertThat(network.text()).isEqualTo("waits\n\n");
    assertThat(over).hasValue(0);
  }

  @Test
  void aReaderForWhomTooMuchWaitsIsCutOff() {
    begin();
    network.ready = false;
    var text = "x".repeat(1024);
    for (int i = 0; i < AsyncSink.MOST_WAITING / 1024; i++) {
      assertThat(sink.send(text)).isTrue();
    }
    assertThat(sink.send(text)).isFalse();

    assertThat(broken).hasValue(1);
    assertThat(over).hasValue(1);
    assertThat(sink.send(text)).isFalse();
  }

  @Test
  void onlyTheThreadOfTheConnectionWrites() {
    begin();
    busy = true;
    assertThat(sink.send("one\n\n")).isTrue();
    assertThat(sink.send("two\n\n")).isTrue();
    sink.end();
    assertThat(network.text()).isEmpty();
    assertThat(over).hasValue(0);

    assertThat(later).hasSize(1);
    later.get(0).run();

    assertThat(network.text()).isEqualTo("one\n\ntwo\n\n");
    assertThat(completed).hasValue(1);
    assertThat(over).hasValue(1);
  }

  @Test
  void withTheWebServerTheStreamIsOver() {
    begin();
    stopped = true;

    assertThat(sink.send("late\n\n")).isFalse();

    assertThat(over).hasValue(1);
  }

  @Test
  void theEndComesAfterWhatWasSent() {
    begin();
    sink.send("last\n\n");
    sink.end();
    sink.end();

    assertThat(network.text()).isEqualTo("last\n\n");
    assertThat(completed).hasValue(1);
    assertThat(over).hasValue(1);
    assertThat(broken).hasValue(0);
  }

  @Test
  void theEndDoesNotWaitForAReaderWhoDoesNotRead() {
    begin();
    network.ready = false;
    sink.send("unread\n\n");
    sink.end();

    assertThat(broken).hasValue(1);
    assertThat(over).hasValue(1);
  }

  @Test
  void anEndBeforeTheBeginningIsAnEndAllTheSame() {
    sink.send("one\n\n");
    sink.end();
    begin();

    assertThat(network.text()).isEqualTo("one\n\n");
    assertThat(completed).hasValue(1);
    assertThat(over).hasValue(1);
  }

  @Test
  void whoAsksTooLateForTheEndIsToldAtOnce() {
    begin();
    sink.end();
    var late = new AtomicInteger();
    sink.whenOver(late::incrementAndGet);

    assertThat(late).hasValue(1);
  }

  private void begin() {
    sink.whenOver(over::incrementAndGet);
    var context =
        (AsyncContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AsyncContext.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("complete")) {
                    completed.incrementAndGet();
                  }
                  return null;
                });
    sink.begin(context, network);
  }
}
