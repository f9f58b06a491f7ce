package org.crmportal.itests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a JVM of the same user keeps on its heap, told by the JDK's jcmd. */
final class Heap {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private Heap() {}

  /** The bytes that are left after a full collection. */
  static long kept(ProcessHandle jvm) {
    // The first collection leaves what has a finalizer or a soft reference's clock.
    histogram(jvm);
    var histogram = histogram(jvm);
    var total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new AssertionError("no histogram of " + jvm.pid() + ": " + histogram);
    }
    return Long.parseLong(total.group(1));
  }

  /** The classes with the most bytes. */
  static String largest(ProcessHandle jvm) {
    return String.join("\n", histogram(jvm).lines().limit(15).toList());
  }

  private static String histogram(ProcessHandle jvm) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var builder = new ProcessBuilder(jcmd, Long.toString(jvm.pid()), "GC.class_histogram");
      var process = builder.redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
