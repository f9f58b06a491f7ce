package org.crmportal.launcher.client;

import java.nio.file.Path;

/** Opens the console of the node in a folder, or gives it one command. */
public final class Main {

  private Main() {}

  /**
   * The first argument is the node's folder; what follows is the command, or nothing for a
   * conversation.
   */
  public static void main(String[] arguments) {
    var command = String.join(" ", java.util.Arrays.asList(arguments).subList(1, arguments.length));
    int status;
    try (var connection = Connection.open(Login.read(Path.of(arguments[0])))) {
      status =
          command.isBlank()
              ? new Conversation(connection.session()).hold()
              : new OneCommand(connection.session()).run(command);
    } catch (Unreachable e) {
      System.err.println("crm: " + e.getMessage());
      status = Unreachable.STATUS;
    } catch (Exception e) {
      System.err.println("crm: the console broke off: " + e.getMessage());
      status = Unreachable.STATUS;
    }
    System.out.flush();
    // The threads of the connection do not keep it from ending.
    Runtime.getRuntime().halt(status);
  }
}
