package org.crmportal.rest.internal.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.Tagged;
import org.jspecify.annotations.Nullable;

/** Entity tags of the records whose types are known: the version, and a hash of what is derived. */
public final class Tags {

  private final Map<Class<?>, RecordType<?, ?>> types = new ConcurrentHashMap<>();

  /** Knows a type from now on. */
  public void add(RecordType<?, ?> type) {
    types.put(type.type(), type);
  }

  /** Knows a type no longer. */
  public void remove(RecordType<?, ?> type) {
    types.remove(type.type(), type);
  }

  /** The strong tag of a record, with its quotes; null if it has none. */
  public @Nullable String of(@Nullable Object value) {
    if (value instanceof Tagged tagged) {
      return '"' + tagged.version() + '"';
    }
    if (!(value instanceof Record record)) {
      return null;
    }
    var type = types.get(value.getClass());
    if (type == null || !type.versioned()) {
      return null;
    }
    var version = type.value(record, "version");
    if (type.derived().isEmpty()) {
      return "\"" + version + "\"";
    }
    int hash = 0;
    for (var name : type.columns().keySet()) {
      if (type.derived().contains(name)) {
        hash = 31 * hash + text(type.value(record, name)).hashCode();
      }
    }
    return "\"" + version + "." + Integer.toHexString(hash) + "\"";
  }

  /** The order of an object's keys is another one in memory, in the database, on the next node. */
  private static String text(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : String.valueOf(value);
  }

  /** Whether a header {@code If-None-Match} names a tag. */
  static boolean matches(String header, String tag) {
    for (var each : header.split(",", -1)) {
      var named = each.strip();
      if (named.equals("*") || named.equals(tag) || named.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
