package org.crmportal.platform;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what the nodes on one database tell each other; register an implementation as a service.
 * All listeners of a node share one thread and one connection outside of the pool, so none of them
 * may wait. Nothing is told in a transaction of the business, whose commits it would queue up.
 */
@ConsumerType
public interface NoticeListener {

  /** The channel: small letters and low lines. */
  String channel();

  /** Called with what was told since the last time, by any node, this one included. */
  void heard(List<String> texts);

  /** Nobody has listened for a while: whatever was told until now may be unknown here. */
  void missed();

  /**
   * What this node has to tell, each text of less than 8,000 bytes. It is asked for several times a
   * second while the database can be told; what it gave and could not be told is told later.
   */
  default List<String> tells() {
    return List.of();
  }
}
