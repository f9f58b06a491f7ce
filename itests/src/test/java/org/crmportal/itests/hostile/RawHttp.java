package org.crmportal.itests.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that sends any bytes, also those that no client would; one thread uses it. */
final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  /** What is no request may wait for its rest, so an answer to it comes soon or not at all. */
  private static final int ALONE_MILLIS = 250;

  private final InetSocketAddress address;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  RawHttp(URI address) {
    this.address = new InetSocketAddress(address.getHost(), address.getPort());
  }

  /** Sends a request and reads its answer; the connection is used again if that can be. */
  Reply send(byte[] request, boolean head) {
    boolean used = socket != null;
    long start = System.nanoTime();
    var reply = attempt(request, head, start);
    // A server may close a connection between two requests; that is no answer to the second.
    return used && reply.status() == Reply.CLOSED ? attempt(request, head, start) : reply;
  }

  /** Sends what may be no request on a connection of its own, and reads what comes, if anything. */
  Reply sendAlone(byte[] bytes) {
    close();
    long start = System.nanoTime();
    try {
      connect().setSoTimeout(ALONE_MILLIS);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return read(false, start);
    } catch (SocketTimeoutException e) {
      return Reply.none(Reply.SILENT, since(start));
    } catch (IOException e) {
      return Reply.none(Reply.CLOSED, since(start));
    } finally {
      close();
    }
  }

  private Reply attempt(byte[] request, boolean head, long start) {
    try {
      var connection = socket == null ? connect() : socket;
      write(connection, request);
      var reply = read(head, start);
      if (reply.header("connection").equalsIgnoreCase("close") || request.length > 65_536) {
        close();
      }
      return reply;
    } catch (SocketTimeoutException e) {
      close();
      return Reply.none(Reply.SILENT, since(start));
    } catch (IOException e) {
      close();
      return Reply.none(Reply.CLOSED, since(start));
    }
  }

  private static void write(Socket connection, byte[] request) throws IOException {
    try {
      connection.getOutputStream().write(request);
      connection.getOutputStream().flush();
    } catch (IOException e) {
      // A server that has had enough answers and closes while the rest is still being sent.
      if (request.length <= 65_536) {
        throw e;
      }
    }
  }

  private Socket connect() throws IOException {
    var opened = new Socket();
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(PATIENCE_MILLIS);
    opened.connect(address, PATIENCE_MILLIS);
    socket = opened;
    in = new BufferedInputStream(opened.getInputStream());
    return opened;
  }

  private Reply read(boolean head, long start) throws IOException {
    var line = line();
    while (line.startsWith("HTTP/1.1 1")) {
      headers();
      line = line();
    }
    if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new IOException("no HTTP: " + line);
    }
    int status = Integer.parseInt(line.substring(9, 12));
    var headers = headers();
    boolean bare = head || status == 204 || status == 304;
    var body = bare ? "" : new String(body(headers), StandardCharsets.UTF_8);
    return new Reply(status, headers, body, since(start));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Map<String, List<String>> headers() throws IOException {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = Math.max(line.indexOf(':'), 0);
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return whole(Integer.parseInt(headers.get("content-length").get(0)));
    }
    if (!headers.containsKey("transfer-encoding")) {
      return in.readAllBytes();
    }
    if (headers.toString().contains("text/event-stream")) {
      // It has no end.
      close();
      return new byte[0];
    }
    var body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.writeBytes(whole(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] whole(int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new EOFException();
      }
      line.write(each);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // It is given up either way.
    }
    socket = null;
  }
}
