package org.crmportal.launcher.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.util.io.input.NoCloseInputStream;
import org.apache.sshd.common.util.io.output.NoCloseOutputStream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A shell of the node in this terminal. */
final class Conversation {

  /** Ctrl-C, Ctrl-\, Ctrl-Z, Ctrl-D, backspace and Ctrl-U, as every terminal has them. */
  private static final Map<PtyMode, Integer> KEYS =
      Map.of(
          PtyMode.VINTR, 3,
          PtyMode.VQUIT, 28,
          PtyMode.VSUSP, 26,
          PtyMode.VEOF, 4,
          PtyMode.VERASE, 127,
          PtyMode.VKILL, 21,
          PtyMode.ISIG, 1,
          PtyMode.ICANON, 1,
          PtyMode.ECHO, 1,
          PtyMode.OPOST, 1);

  private final ClientSession session;

  Conversation(ClientSession session) {
    this.session = session;
  }

  /** Returns when the operator leaves. */
  int hold() throws IOException {
    try (var terminal = TerminalBuilder.builder().nativeSignals(true).build();
        var channel = session.createShellChannel()) {
      var before = terminal.enterRawMode();
      try {
        return hold(terminal, channel);
      } finally {
        terminal.setAttributes(before);
      }
    }
  }

  private static int hold(Terminal terminal, ChannelShell channel) throws IOException {
    channel.setPtyModes(KEYS);
    channel.setPtyType(terminal.getType());
    channel.setPtyColumns(terminal.getWidth());
    channel.setPtyLines(terminal.getHeight());
    channel.setEnv("TERM", terminal.getType());
    channel.setEnv("LC_CTYPE", "en_US.UTF-8");
    channel.setEnv("CRM_FOLDER", System.getProperty("user.dir"));
    channel.setIn(new NoCloseInputStream(terminal.input()));
    channel.setOut(new NoCloseOutputStream(terminal.output()));
    channel.setErr(new NoCloseOutputStream(terminal.output()));
    channel.open().verify();
    terminal.handle(Terminal.Signal.WINCH, signal -> resize(terminal, channel));
    terminal.handle(Terminal.Signal.INT, signal -> press(channel, 3));
    terminal.handle(Terminal.Signal.TSTP, signal -> press(channel, 26));
    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0);
    var status = channel.getExitStatus();
    return status == null ? 0 : status;
  }

  private static void resize(Terminal terminal, ChannelShell channel) {
    try {
      channel.sendWindowChange(terminal.getWidth(), terminal.getHeight());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void press(ChannelShell channel, int key) {
    try {
      channel.getInvertedIn().write(key);
      channel.getInvertedIn().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
