package org.crmportal.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The settings of a node: the environment first, then its org.crmportal.cfg, then the defaults. */
final class Settings {

  static final String FILE = "org.crmportal.cfg";

  private final Map<String, String> environment;
  private final Properties file;

  private Settings(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  static Settings read(Map<String, String> environment, Path etc) throws IOException {
    var properties = new Properties();
    var path = etc.resolve(FILE);
    if (Files.exists(path)) {
      try (var reader = Files.newBufferedReader(path)) {
        properties.load(reader);
      }
    }
    return new Settings(environment, properties);
  }

  /**
   * The value; empty where neither the environment nor the file has one and there is no default.
   */
  String text(Setting setting) {
    var value = environment.getOrDefault(setting.variable(), "").strip();
    if (value.isEmpty()) {
      value = file.getProperty(setting.key(), "").strip();
    }
    return value.isEmpty() ? setting.standard() : value;
  }

  int port(Setting setting) {
    var text = text(setting);
    try {
      var port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same refusal as a number out of range.
    }
    throw new Refusal("%s is %s: give a port from 1 to 65535".formatted(setting.variable(), text));
  }

  /** The value, which has to be one of these. */
  String oneOf(Setting setting, String... words) {
    var text = text(setting);
    if (!List.of(words).contains(text)) {
      throw new Refusal(
          "%s is %s: give one of %s".formatted(setting.variable(), text, String.join(", ", words)));
    }
    return text;
  }

  InetAddress address(Setting setting) {
    var text = text(setting);
    try {
      var addresses = InetAddress.getAllByName(text);
      return addresses[0];
    } catch (UnknownHostException e) {
      throw new Refusal(
          "%s is %s: give an address of this machine, such as 127.0.0.1 or 0.0.0.0"
              .formatted(setting.variable(), text));
    }
  }

  /** Hands every setting to the container, where the files in etc/ name it. */
  void publish() {
    for (var setting : Setting.values()) {
      System.setProperty("crm." + setting.key(), text(setting));
    }
  }
}
