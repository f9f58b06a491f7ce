package org.crmportal.rest.internal;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** A multipart form, wrapped anew each time it is sent. */
final class Form {

  private final HttpRequest.Builder request;
  private final StringBuilder parts = new StringBuilder();

  private Form(HttpRequest.Builder request) {
    this.request = request;
  }

  static Form of(HttpRequest.Builder request) {
    return new Form(request);
  }

  Form part(String name, String content) {
    var file = name.equals("file") ? "; filename=\"some.csv\"\r\nContent-Type: text/csv" : "";
    parts.append("--BOUNDARY\r\nContent-Disposition: form-data; name=\"").append(name).append('"');
    parts.append(file).append("\r\n\r\n").append(content).append("\r\n");
    return this;
  }

  HttpRequest.Builder post() {
    var boundary = UUID.randomUUID().toString();
    return request
        .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofString((parts + "--BOUNDARY--\r\n").replace("BOUNDARY", boundary)));
  }
}
