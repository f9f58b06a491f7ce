package org.crmportal.rest.internal;

import java.io.IOException;
import java.util.Map;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.ws.rs.ClientErrorException;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;

/** A request's body that ends too large and too slow ones. */
final class Body extends ServletInputStream {

  private final ServletInputStream in;
  private final long limit;
  private final Pace pace;
  private final long start;
  private long count;
  private boolean refused;

  Body(ServletInputStream in, long limit, Pace pace) {
    this.in = in;
    this.limit = limit;
    this.pace = pace;
    this.start = pace.clock().getAsLong();
  }

  /** Refuses a body of more than a number of bytes. */
  static CrmException tooLarge(long limit) {
    return CrmException.of(
        Reason.TOO_LARGE,
        "too_large",
        "The body has more than " + limit + " bytes",
        Map.of("limit", limit));
  }

  @Override
  public int read() throws IOException {
    int value = refused ? -1 : in.read();
    counted(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    // What was refused once has ended: the answer to it must not wait for the rest.
    int read = refused ? -1 : in.read(bytes, offset, length);
    counted(Math.max(read, 0));
    return read;
  }

  private void counted(int read) {
    count += read;
    if (refused) {
      return;
    }
    if (count > limit) {
      refused = true;
      throw tooLarge(limit);
    }
    if (pace.tooSlow(start, count)) {
      refused = true;
      throw new ClientErrorException("The body came too slowly", 408);
    }
  }

  @Override
  public boolean isFinished() {
    return in.isFinished();
  }

  @Override
  public boolean isReady() {
    return in.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    in.setReadListener(listener);
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
