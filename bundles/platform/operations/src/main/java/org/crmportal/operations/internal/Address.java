package org.crmportal.operations.internal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Where this server answers, seen from this machine. */
final class Address {

  private final String base;

  private Address(String base) {
    this.base = base;
  }

  /** The address that follows from what the web server is bound to. */
  static Address of(String bind, int port) throws IOException {
    var bound = InetAddress.getByName(bind);
    var host = bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
    return new Address(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
  }

  /** The node's name among others: this machine's, and the port. */
  String node() {
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + URI.create(base).getPort();
    } catch (UnknownHostException e) {
      return URI.create(base).getAuthority();
    }
  }

  /**
   * Whether something is served at a path: any answer will do but "not now", and "not there" unless
   * the REST API itself says so, which serves something below the path then.
   */
  boolean serves(String path) {
    try {
      var target = URI.create(base).resolve(path).toURL();
      var connection = (HttpURLConnection) target.openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(2000);
      connection.setReadTimeout(5000);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Accept", "application/json");
      try {
        return serves(connection.getResponseCode(), connection.getContentType());
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean serves(int status, @Nullable String type) {
    var problem = type != null && type.startsWith("application/problem+json");
    return status != HttpURLConnection.HTTP_UNAVAILABLE
        && (status != HttpURLConnection.HTTP_NOT_FOUND || problem);
  }

  @Override
  public String toString() {
    return base;
  }
}
