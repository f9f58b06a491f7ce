package org.crmportal.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.crmportal.platform.console.ConsoleCall.Interrupted;
import org.jspecify.annotations.Nullable;

/** Reads a line key by key, of a terminal that shows nothing by itself, or of a file. */
final class Keys {

  private static final int CTRL_C = 3;
  private static final int CTRL_D = 4;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;

  private final InputStream in;
  private final @Nullable PrintStream screen;

  /**
   * @param screen where to show what is typed; null for a file
   */
  Keys(InputStream in, @Nullable PrintStream screen) {
    this.in = in;
    this.screen = screen;
  }

  /** The next line, or null if there is none. */
  @Nullable String line(boolean secret) throws IOException {
    var typed = new ByteArrayOutputStream();
    for (int key = in.read(); ; key = in.read()) {
      if (key == '\n' || key == '\r') {
        show("\r\n");
        return typed.toString(StandardCharsets.UTF_8).replace("\r", "");
      }
      if (screen != null && key == CTRL_C) {
        throw new Interrupted();
      }
      if (key < 0 || (screen != null && key == CTRL_D)) {
        return typed.size() == 0 ? null : typed.toString(StandardCharsets.UTF_8);
      }
      if (screen != null && (key == BACKSPACE || key == DELETE)) {
        rub(typed, secret);
      } else {
        typed.write(key);
        if (!secret) {
          show(String.valueOf((char) key));
        }
      }
    }
  }

  private void rub(ByteArrayOutputStream typed, boolean secret) {
    var text = typed.toString(StandardCharsets.UTF_8);
    if (!text.isEmpty()) {
      typed.reset();
      typed.writeBytes(
          text.substring(0, text.offsetByCodePoints(text.length(), -1))
              .getBytes(StandardCharsets.UTF_8));
      show(secret ? "" : "\b \b");
    }
  }

  private void show(String text) {
    if (screen != null) {
      screen.print(text);
      screen.flush();
    }
  }
}
