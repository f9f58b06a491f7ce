package org.crmportal.live.internal;

import java.util.List;
import org.crmportal.platform.NoticeListener;
import org.crmportal.platform.journal.RecordChange;
import org.crmportal.platform.journal.RecordListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all nodes what has changed on this one, and hears it from all of them. */
@Component
public final class Notes implements RecordListener, NoticeListener {

  private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

  /** How many changes of one type are named to the other nodes one by one, in one go. */
  private static final int MOST_OF_A_TYPE = 200;

  private final Live live;
  private final Collected untold = new Collected(MOST_OF_A_TYPE);

  @Activate
  public Notes(@Reference Live live) {
    this.live = live;
  }

  @Override
  public void changed(RecordChange<?> change) {
    untold.add(Change.of(change));
  }

  @Override
  public String channel() {
    return "crm_changes";
  }

  @Override
  public List<String> tells() {
    return Payloads.of(untold.take());
  }

  @Override
  public void heard(List<String> texts) {
    for (var text : texts) {
      try {
        live.changed(Payloads.read(text));
      } catch (IllegalArgumentException e) {
        // A node of another version may speak otherwise.
        LOG.warn("A notice is not understood: {}", e.getMessage());
        live.missed();
      }
    }
  }

  @Override
  public void missed() {
    live.missed();
  }
}
