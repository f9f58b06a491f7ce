package org.crmportal.rest.internal;

import javax.ws.rs.Path;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A resource that is served.
 *
 * @param path the path below {@code /api/v1} of everything in it
 * @param resource the object with the methods
 * @param type the record type, if the resource is the generic one
 * @param bundle the id of the bundle that it comes from
 */
record Published(String path, Object resource, @Nullable RecordType<?, ?> type, long bundle) {

  /** A module's own resource. */
  static Published resource(Object resource, long bundle) {
    var path = resource.getClass().getAnnotation(Path.class);
    if (path == null) {
      throw new IllegalArgumentException(resource.getClass() + " has no @Path");
    }
    return new Published(trimmed(path.value()), resource, null, bundle);
  }

  /** The first segment of the path, which is the same for all that one server serves. */
  String segment() {
    int slash = path.indexOf('/');
    var first = slash < 0 ? path : path.substring(0, slash);
    if (first.isEmpty() || first.contains("{")) {
      throw new IllegalArgumentException("/" + path + " must begin with a name");
    }
    return first;
  }

  /** The path of a method: what it adds to the resource's. */
  String with(@Nullable Path method) {
    return method == null ? path : trimmed(path + "/" + trimmed(method.value()));
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
