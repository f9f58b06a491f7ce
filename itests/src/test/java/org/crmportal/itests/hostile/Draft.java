package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request in the making: what is sent, what is wrong with it, and what has to come of it. */
final class Draft {

  final Operation operation;
  final String caller;
  String method;
  String path;
  final List<String> query = new ArrayList<>();
  final List<String> headers = new ArrayList<>();
  @Nullable JsonNode tree;
  byte @Nullable [] body;
  byte @Nullable [] wire;
  boolean chunked;

  /** Whether the web server may close the connection without an answer in the API's form. */
  boolean mayBreak;

  /** Whether a list must find nothing. */
  boolean findsNothing;

  private final List<String> story = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  Draft(Operation operation, String caller, String path) {
    this.operation = operation;
    this.caller = caller;
    this.method = operation.method();
    this.path = path;
  }

  /** Tells what was done to it. */
  void tell(String what) {
    story.add(what);
  }

  /** Says why it must not be accepted. */
  void mustBeRefused(String why) {
    refusals.add(why);
  }

  /** Takes back all that was said against it. */
  void maybeAccepted() {
    refusals.clear();
  }

  void mustBeRefused(boolean is, String why) {
    if (is) {
      refusals.add(why);
    }
  }

  List<String> story() {
    return story;
  }

  List<String> refusals() {
    return refusals;
  }

  /** Replaces a header. */
  void header(String name, String value) {
    headers.removeIf(each -> each.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    headers.add(name + ": " + value);
  }

  /** What goes over the wire, header values as Latin-1. */
  byte[] bytes() {
    if (wire != null) {
      return wire;
    }
    var out = new ByteArrayOutputStream();
    var target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    var head = new StringBuilder(method + " /api/v1" + target + " HTTP/1.1\r\nHost: crm\r\n");
    headers.forEach(each -> head.append(each).append("\r\n"));
    var sent = body;
    if (sent != null && !chunked) {
      head.append("Content-Length: ").append(sent.length).append("\r\n");
    } else if (sent != null) {
      head.append("Transfer-Encoding: chunked\r\n");
    }
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    if (sent != null && chunked) {
      chunks(sent, out);
    } else if (sent != null) {
      out.writeBytes(sent);
    }
    return out.toByteArray();
  }

  private static void chunks(byte[] body, ByteArrayOutputStream out) {
    for (int at = 0; at < body.length; at += 8192) {
      int length = Math.min(8192, body.length - at);
      out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body, at, length);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return operation + " as " + caller + ": " + (story.isEmpty() ? "as it should be" : story);
  }
}
