package org.crmportal.launcher.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How to get into a node's console.
 *
 * @param user the name that the node knows the folder's owner by
 * @param port the port on loopback
 * @param key the file of the private key
 * @param publicKey the file of its public half
 * @param hostKey the file of the key that the node itself shows
 */
record Login(String user, int port, Path key, Path publicKey, Path hostKey) {

  static Login read(Path folder) throws Unreachable {
    var console = folder.resolve("console");
    var address = console.resolve("address");
    if (!Files.isDirectory(folder)) {
      throw new Unreachable(
          "there is no node in %s: set CRM_DATA to the folder of one".formatted(folder));
    }
    if (!Files.isExecutable(folder) || (Files.exists(console) && !Files.isReadable(address))) {
      throw new Unreachable(
          "the console's key in %s belongs to %s: call this as %2$s"
              .formatted(console, owner(folder)));
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(address)) {
      properties.load(reader);
      var port = Integer.parseInt(properties.getProperty("port", ""));
      var user = properties.getProperty("user", "");
      return new Login(
          user,
          port,
          console.resolve("key"),
          console.resolve("key.pub"),
          folder.resolve("etc").resolve("host.key"));
    } catch (IOException | NumberFormatException e) {
      throw new Unreachable("no node has run in %s yet: start it with ./crm run".formatted(folder));
    }
  }

  private static String owner(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException e) {
      return "somebody else";
    }
  }
}
