package org.crmportal.launcher.client;

import java.io.Console;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/**
 * Runs one command. The node sends what belongs to standard output, to standard error, and what it
 * wants to be asked, one after the other on one stream, each with its kind and its length.
 */
final class OneCommand {

  private static final int BROKEN_OFF = 255;
  private static final int LONGEST = 1 << 20;

  private final ClientSession session;
  private final boolean attended = Boolean.getBoolean("crm.terminal");

  OneCommand(ClientSession session) {
    this.session = session;
  }

  /** Returns its exit status. */
  int run(String command) throws IOException, Unreachable {
    var text = Base64.getEncoder().encodeToString(command.getBytes(StandardCharsets.UTF_8));
    try (var channel = session.createExecChannel("crm:answer " + text)) {
      channel.setEnv("CRM_FOLDER", System.getProperty("user.dir"));
      channel.setEnv("CRM_TERMINAL", Boolean.toString(attended));
      channel.setEnv("COLUMNS", Objects.requireNonNullElse(System.getenv("COLUMNS"), ""));
      channel.open().verify();
      if (!attended) {
        var pump = new Thread(() -> pump(channel), "standard input");
        pump.setDaemon(true);
        pump.start();
      }
      read(channel);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0);
      var status = channel.getExitStatus();
      return status == null ? BROKEN_OFF : status;
    }
  }

  private static void read(ChannelExec channel) throws IOException, Unreachable {
    var in = new DataInputStream(channel.getInvertedOut());
    for (int kind = in.read(); kind >= 0; kind = in.read()) {
      if ("oeqs".indexOf(kind) < 0) {
        throw new Unreachable("the node's console is not ready yet: try again in a moment");
      }
      int length = in.readInt();
      if (length < 0 || length > LONGEST) {
        throw new EOFException("the node speaks another language");
      }
      var content = in.readNBytes(length);
      switch (kind) {
        case 'o' -> put(System.out, content);
        case 'e' -> put(System.err, content);
        default -> answer(channel, new String(content, StandardCharsets.UTF_8), kind == 's');
      }
    }
  }

  private static void put(OutputStream to, byte[] content) throws IOException {
    to.write(content);
    to.flush();
  }

  /** Somebody sits here, or the node would not ask. */
  private static void answer(ChannelExec channel, String question, boolean secret)
      throws IOException {
    Console console = System.console();
    var typed =
        secret
            ? console.readPassword("%s", question)
            : Objects.requireNonNullElse(console.readLine("%s", question), "").toCharArray();
    var line = new String(Objects.requireNonNullElse(typed, new char[0])) + "\n";
    channel.getInvertedIn().write(line.getBytes(StandardCharsets.UTF_8));
    channel.getInvertedIn().flush();
  }

  private static void pump(ChannelExec channel) {
    try (var to = channel.getInvertedIn()) {
      var buffer = new byte[32 * 1024];
      for (int read = System.in.read(buffer); read >= 0; read = System.in.read(buffer)) {
        to.write(buffer, 0, read);
        to.flush();
      }
    } catch (IOException e) {
      // The command has ended before its input.
    }
  }
}
