package org.crmportal.launcher.client;

import java.io.IOException;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.io.input.NoCloseInputStream;
import org.apache.sshd.common.util.io.output.NoCloseOutputStream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Runs one command: its answer on standard output, its complaints on standard error. */
final class OneCommand {

  private static final int INTERRUPTED = 130;

  private final ClientSession session;

  OneCommand(ClientSession session) {
    this.session = session;
  }

  /** Returns its exit status. */
  int run(String command) throws IOException {
    if (!Boolean.getBoolean("crm.terminal")) {
      return run(command, null);
    }
    try (var terminal = TerminalBuilder.builder().nativeSignals(true).build()) {
      // The node reads what is typed key by key, and so decides what is shown of it.
      var before = terminal.enterRawMode();
      try {
        return run(command, terminal);
      } finally {
        terminal.setAttributes(before);
      }
    }
  }

  private int run(String command, @Nullable Terminal terminal) throws IOException {
    try (var channel = session.createExecChannel(command)) {
      channel.setEnv("CRM_FOLDER", System.getProperty("user.dir"));
      if (terminal != null) {
        channel.setEnv("CRM_TERMINAL", "true");
        channel.setEnv("COLUMNS", Integer.toString(terminal.getWidth()));
        terminal.handle(Terminal.Signal.INT, signal -> giveUp(channel));
      }
      channel.setIn(new NoCloseInputStream(terminal == null ? System.in : terminal.input()));
      channel.setOut(new NoCloseOutputStream(System.out));
      channel.setErr(new NoCloseOutputStream(System.err));
      channel.open().verify();
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0);
      var status = channel.getExitStatus();
      return status == null ? INTERRUPTED : status;
    }
  }

  /** The node sees that nobody listens any more, and stops the work. */
  private static void giveUp(ChannelExec channel) {
    channel.close(true);
  }
}
