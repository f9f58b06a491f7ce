package org.crmportal.console.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Everything that one command says to its client, on one stream: a letter for what it is, its
 * length, and itself. Karaf loses what a command writes to SSH's standard error.
 */
final class Frames {

  /** The name under which a session keeps it. */
  static final String VARIABLE = ".crm.frames";

  static final char OUT = 'o';
  static final char ERR = 'e';
  static final char QUESTION = 'q';
  static final char SECRET = 's';

  private final PrintStream to;

  Frames(PrintStream to) {
    this.to = to;
  }

  /** A stream whose writes are of a kind. */
  OutputStream stream(char kind) {
    return new OutputStream() {
      @Override
      public void write(int octet) {
        send(kind, new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int from, int length) {
        send(kind, octets, from, length);
      }
    };
  }

  /** Asks whoever sits at the client. */
  void ask(char kind, String question) {
    var text = question.getBytes(StandardCharsets.UTF_8);
    send(kind, text, 0, text.length);
  }

  /** Whether the client is not there any more. */
  boolean gone() {
    return to.checkError();
  }

  private synchronized void send(char kind, byte[] octets, int from, int length) {
    try {
      var data = new DataOutputStream(to);
      data.writeByte(kind);
      data.writeInt(length);
      data.write(octets, from, length);
      data.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
