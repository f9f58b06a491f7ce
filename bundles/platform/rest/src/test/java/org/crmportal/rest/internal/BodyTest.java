package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.ws.rs.ClientErrorException;
import org.crmportal.platform.CrmException;
import org.junit.jupiter.api.Test;

class BodyTest {

  private final AtomicLong clock = new AtomicLong();
  private final Pace pace = new Pace(Duration.ofSeconds(20), clock::get);

  @Test
  void whatComesFastEnoughIsReadToItsEnd() throws IOException {
    var body = new Body(zeros(4096 * 60), 1024 * 1024, pace);
    var read = new byte[4096];
    for (int second = 0; second < 60; second++) {
      clock.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(body.read(read, 0, read.length)).isEqualTo(4096);
    }
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void whatDribblesIsRefusedAfterTheStartAndHasEndedThen() throws IOException {
    var body = new Body(zeros(100), 1024, pace);
    clock.addAndGet(Duration.ofSeconds(20).toNanos());
    assertThat(body.read()).isZero();

    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThatThrownBy(body::read)
        .isInstanceOfSatisfying(
            ClientErrorException.class,
            refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(408));
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void whatIsLongerThanTheLimitIsRefusedAndHasEndedThen() throws IOException {
    var body = new Body(zeros(100), 99, pace);
    assertThatThrownBy(body::readAllBytes)
        .isInstanceOfSatisfying(
            CrmException.class,
            refused -> assertThat(refused.reason()).isEqualTo(CrmException.Reason.TOO_LARGE));
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void theStartCanBeAnother() {
    assertThat(Pace.of(null).start()).isEqualTo(Duration.ofSeconds(20));
    assertThat(Pace.of("2").start()).isEqualTo(Duration.ofSeconds(2));
  }

  private static ServletInputStream zeros(int count) {
    return new ServletInputStream() {
      private int left = count;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        int read = Math.min(left, length);
        left -= read;
        return read == 0 ? -1 : read;
      }

      @Override
      public boolean isFinished() {
        return left <= 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
