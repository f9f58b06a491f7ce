package org.crmportal.itests.hostile;

import java.util.List;
import java.util.regex.Pattern;

/** A request whose answer was wrong, so that it can be sent again. */
record Finding(long number, String request, List<String> complaints, String sent, String answer) {

  private static final int SHOWN = 1200;
  private static final Pattern TOKEN =
      Pattern.compile("(Bearer ey[\\w-]{10})[\\w-]*\\.[\\w-]+\\.[\\w-]+");

  /** What kind of finding it is: many requests may have one cause. */
  String kind() {
    return request.replaceFirst(" as \\w+", "") + " -> " + complaints;
  }

  @Override
  public String toString() {
    return "request %d, %s%n  %s%n  sent: %s%n  answer: %s"
        .formatted(number, request, complaints, shown(sent), shown(answer));
  }

  /** Text with what cannot be printed as escapes, its end left out, and no whole token. */
  private static String shown(String text) {
    var whole = TOKEN.matcher(text).replaceAll("$1...");
    var start = whole.substring(0, Math.min(SHOWN, whole.length()));
    var out = new StringBuilder();
    start
        .chars()
        .forEach(
            c ->
                out.append(
                    c >= ' ' && c <= '~' ? String.valueOf((char) c) : "\\x%02x".formatted(c)));
    return out + (text.length() > SHOWN ? "... " + text.length() + " in all" : "");
  }
}
