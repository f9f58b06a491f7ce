package org.crmportal.persistence.internal;

import java.util.ArrayList;
import java.util.List;
import org.crmportal.platform.NoticeListener;
import org.crmportal.platform.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node has to tell the others and has not told yet; used by one thread. */
final class Untold {

  private static final Logger LOG = LoggerFactory.getLogger(Untold.class);

  private final Throttle throttle = new Throttle(System::nanoTime);
  private final List<String> channels = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** Adds what a listener has to tell. */
  void ask(NoticeListener listener) {
    try {
      for (var text : listener.tells()) {
        channels.add(listener.channel());
        texts.add(text);
      }
    } catch (RuntimeException e) {
      if (throttle.allows()) {
        LOG.error("{} could not say what it has to tell{}", listener, throttle.untold(), e);
      }
    }
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  String[] channels() {
    return channels.toArray(new String[0]);
  }

  String[] texts() {
    return texts.toArray(new String[0]);
  }

  /** It has been told. */
  void clear() {
    channels.clear();
    texts.clear();
  }
}
