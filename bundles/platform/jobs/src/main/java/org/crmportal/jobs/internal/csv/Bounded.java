package org.crmportal.jobs.internal.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that fails when one row is longer than is allowed. */
final class Bounded extends FilterReader {

  private final int max;
  private int read;

  /** A row is too long. */
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1;
  }

  Bounded(Reader in, int max) {
    super(in);
    this.max = max;
  }

  /** The parser has a row; the next one may be as long again. */
  void rowRead() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > max) {
      throw new Exceeded();
    }
  }
}
