package org.crmportal.configuration.internal;

import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the audit trail of changed settings, where there is one. */
@Component(service = SettingTrail.class)
public final class SettingTrail {

  private static final Logger LOG = LoggerFactory.getLogger(SettingTrail.class);

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Journal journal;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Transactions transactions;

  /** A change may be what brings the database back: it does not wait for the audit trail. */
  void changed(String pid, String key, String before, String after, String node) {
    var trail = journal;
    var service = transactions;
    try {
      if (trail != null && service != null) {
        service.required(
            () -> {
              var change = Map.of("before", before, "after", after);
              var changes = Map.of(pid + " " + key, change, "node", node);
              trail.audit("changed", "configuration", null, changes);
              return true;
            });
      }
    } catch (CrmException e) {
      LOG.warn("The change of {} is not in the audit trail: {}", key, e.getMessage());
    }
  }
}
