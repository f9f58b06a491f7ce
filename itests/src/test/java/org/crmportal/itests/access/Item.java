package org.crmportal.itests.access;

import org.jspecify.annotations.Nullable;

/**
 * A record that the test knows.
 *
 * @param nearness the narrowest scope in which it is the subject's
 * @param marker a word in its texts that nothing else contains; empty if it has none
 * @param parent the record that it follows
 */
record Item(Kind kind, String id, Reach nearness, String marker, @Nullable Item parent) {

  /** The path of the list that it is in. */
  String list() {
    return kind.list(parent);
  }

  /** Its own path. */
  String path() {
    return list() + "/" + id;
  }
}
