package org.crmportal.operations.internal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;

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

  /** Whether something is served at a path: any answer but "not there" and "not now" will do. */
  boolean serves(String path) {
    try {
      var target = URI.create(base).resolve(path).toURL();
      var connection = (HttpURLConnection) target.openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(2000);
      connection.setReadTimeout(5000);
      connection.setInstanceFollowRedirects(false);
      try {
        var status = connection.getResponseCode();
        return status != HttpURLConnection.HTTP_NOT_FOUND
            && status != HttpURLConnection.HTTP_UNAVAILABLE;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return base;
  }
}
