package org.crmportal.rest.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The reverse proxies in front of this node. What one of them says about who called it is believed;
 * anybody else could write what they like into the header.
 */
public final class Proxies {

  private static final String HEADER = "X-Forwarded-For";
  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?");
  private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)]?");

  private final List<Range> ranges = new ArrayList<>();

  /** Addresses that have the first bits in common with one. */
  private record Range(InetAddress first, int bits) {
    boolean has(InetAddress address) {
      var mine = first.getAddress();
      var theirs = address.getAddress();
      boolean same = mine.length == theirs.length;
      for (int bit = 0; same && bit < bits; bit++) {
        same = ((mine[bit / 8] ^ theirs[bit / 8]) >> (7 - bit % 8) & 1) == 0;
      }
      return same;
    }
  }

  /**
   * @param text addresses and ranges, such as {@code 10.0.0.5, 10.1.0.0/16}
   * @throws IllegalArgumentException if one of them is neither
   */
  public Proxies(String text) {
    for (var each : text.split("[,\\s]+", -1)) {
      if (!each.isEmpty()) {
        ranges.add(range(each));
      }
    }
  }

  private static Range range(String text) {
    var slash = text.indexOf('/');
    var address = literal(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException(text + " is no address of a proxy");
    }
    int most = address.getAddress().length * 8;
    int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException(text + " is no range of addresses");
    }
    return new Range(address, bits);
  }

  /** The request as if the caller had come without the proxies. */
  public HttpServletRequest without(HttpServletRequest request) {
    if (ranges.isEmpty()) {
      return request;
    }
    var said = String.join(",", Collections.list(request.getHeaders(HEADER)));
    var caller = caller(request.getRemoteAddr(), said);
    return caller.equals(request.getRemoteAddr()) ? request : new Direct(request, caller);
  }

  /** Goes back from proxy to proxy as far as they are known, and names who called the last one. */
  String caller(String peer, String said) {
    var steps = said.split(",", -1);
    var caller = peer;
    for (int i = steps.length - 1; i >= 0 && isProxy(caller); i--) {
      var before = literal(steps[i]);
      if (before == null) {
        break;
      }
      caller = before.getHostAddress();
    }
    return caller;
  }

  private boolean isProxy(String text) {
    var address = literal(text);
    return address != null && ranges.stream().anyMatch(range -> range.has(address));
  }

  /** The address, perhaps with a port; null for anything else, of which no name server is asked. */
  private static @Nullable InetAddress literal(String text) {
    var stripped = text.strip();
    var four = IPV4.matcher(stripped);
    var six = IPV6.matcher(stripped.replaceFirst("]:\\d+$", "]"));
    var address = four.matches() ? four.group(1) : six.matches() ? six.group(1) : null;
    try {
      return address == null ? null : InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** A request of which the proxies are taken away. */
  private static final class Direct extends HttpServletRequestWrapper {
    private final String caller;

    Direct(HttpServletRequest request, String caller) {
      super(request);
      this.caller = caller;
    }

    @Override
    public String getRemoteAddr() {
      return caller;
    }

    @Override
    public String getRemoteHost() {
      return caller;
    }
  }
}
