package org.crmportal.live.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes that wait to be taken all at once. Of a type of which too many wait, only that is kept:
 * what a job writes would drown everything else.
 */
final class Collected {

  private final int most;
  private final Map<String, Set<Change>> byType = new LinkedHashMap<>();

  /**
   * @param most how many changes of one type are kept
   */
  Collected(int most) {
    this.most = most;
  }

  synchronized void add(Change change) {
    var type = change.type();
    var many = Change.many(type);
    var own = byType.computeIfAbsent(type, name -> new LinkedHashSet<>());
    if (own.contains(many)) {
      return;
    }
    own.add(change);
    if (change.equals(many) || own.size() > most) {
      own.clear();
      own.add(many);
    }
  }

  /** Gives all of them away, those of one type one after the other. */
  synchronized List<Change> take() {
    var all = new ArrayList<Change>();
    byType.values().forEach(all::addAll);
    byType.clear();
    return all;
  }
}
