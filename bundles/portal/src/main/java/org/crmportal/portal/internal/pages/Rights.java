package org.crmportal.portal.internal.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** What a caller may do with any record at all. */
record Rights(Caller caller) {

  /** Whether the caller holds {@code resource:action} in any scope; nothing is held by everyone. */
  boolean hold(@Nullable String permission) {
    if (permission == null || caller.may(permission)) {
      return true;
    }
    int colon = permission.indexOf(':');
    return colon > 0
        && caller.scope(permission.substring(0, colon), permission.substring(colon + 1))
            != Scope.NONE;
  }

  /** Whether the caller may do something with any record of a type. */
  boolean may(RecordType<?, ?> type, String action) {
    return hold(type.resource() + ":" + action)
        || Stream.of("", "_team", "_own")
            .anyMatch(scope -> type.everyone().contains(action + scope));
  }

  /** Whether the caller may read any record of a type. */
  boolean read(RecordType<?, ?> type) {
    return type.anyParent().isPresent() || may(type, "read");
  }

  /** By action, whether the caller may do it. */
  Map<String, Boolean> of(RecordType<?, ?> type) {
    var all = new LinkedHashMap<String, Boolean>();
    for (var action : new String[] {"create", "update", "delete", "import"}) {
      all.put(action, !type.readOnly() && may(type, action));
    }
    all.put("restore", type.softDelete() && Boolean.TRUE.equals(all.get("delete")));
    all.put("export", may(type, "export"));
    new TreeSet<>(type.actions()).forEach(action -> all.put(action, may(type, action)));
    return Collections.unmodifiableMap(all);
  }
}
