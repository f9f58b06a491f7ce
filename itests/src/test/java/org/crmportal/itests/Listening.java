package org.crmportal.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The TCP ports on which a process listens, as the kernel knows them. */
record Listening(int port, boolean loopback) implements Comparable<Listening> {

  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

  /** All of them, of IPv4 and IPv6. */
  static Set<Listening> of(ProcessHandle process) {
    var sockets = sockets(process);
    var found = new TreeSet<Listening>();
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try (var lines = Files.lines(Path.of(table))) {
        lines
            .skip(1)
            .map(line -> line.strip().split("\\s+", -1))
            .filter(fields -> fields[3].equals("0A") && sockets.contains(fields[9]))
            .forEach(fields -> found.add(of(fields[1])));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static Listening of(String address) {
    var parts = address.split(":", 2);
    return new Listening(Integer.parseInt(parts[1], 16), LOOPBACK.contains(parts[0]));
  }

  private static Set<String> sockets(ProcessHandle process) {
    var inodes = new HashSet<String>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (var file : files.toList()) {
        var target = target(file);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring(8, target.length() - 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inodes;
  }

  /** Empty if it was closed meanwhile. */
  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public int compareTo(Listening other) {
    return Integer.compare(port, other.port);
  }
}
