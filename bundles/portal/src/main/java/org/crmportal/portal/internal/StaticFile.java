package org.crmportal.portal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of a bundle that is served, with its compressed forms. */
public final class StaticFile {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain;charset=utf-8"));

  private final String path;
  private final String hash;
  private final Map<Encoding, URL> forms = new EnumMap<>(Encoding.class);

  /**
   * A file of a bundle.
   *
   * @param path its path, by whose ending its type is known
   * @param plain the file as it is
   */
  StaticFile(String path, URL plain) {
    this.path = path;
    this.hash = hash(plain);
    forms.put(Encoding.NONE, plain);
  }

  void compressed(Encoding encoding, URL form) {
    forms.put(encoding, form);
  }

  /** The smallest form that a caller with this {@code Accept-Encoding} can read. */
  Encoding best(@Nullable String acceptEncoding) {
    return forms.keySet().stream()
        .filter(encoding -> encoding.acceptedBy(acceptEncoding))
        .findFirst()
        .orElse(Encoding.NONE);
  }

  boolean hasForms() {
    return forms.size() > 1;
  }

  byte[] read(Encoding encoding) throws IOException {
    try (var in = forms.getOrDefault(encoding, forms.get(Encoding.NONE)).openStream()) {
      return in.readAllBytes();
    }
  }

  String type() {
    return TYPES.getOrDefault(
        path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
  }

  /** A short word that is another one when the file is. */
  public String version() {
    return hash;
  }

  String tag(Encoding encoding) {
    return '"' + hash + (encoding == Encoding.NONE ? "" : "-" + encoding.token()) + '"';
  }

  private static String hash(URL file) {
    try (var in = file.openStream()) {
      return shortened(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A short word of what a content is. */
  static String shortened(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A short word of what a text is. */
  public static String shortened(String content) {
    return shortened(content.getBytes(StandardCharsets.UTF_8));
  }
}
