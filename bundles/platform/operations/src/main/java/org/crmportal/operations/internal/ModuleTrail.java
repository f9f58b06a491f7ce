package org.crmportal.operations.internal;

import java.util.Map;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the audit trail of changes to the modules: before, so that no change is made that could not
 * be told and one in which the node dies is there, and after, how it went.
 */
@Component(service = ModuleTrail.class)
public final class ModuleTrail {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleTrail.class);

  private final Transactions transactions;
  private final Journal journal;

  @Activate
  public ModuleTrail(@Reference Transactions transactions, @Reference Journal journal) {
    this.transactions = transactions;
    this.journal = journal;
  }

  void requested(String what, String module, String node) {
    LOG.info("{} of the module {} begins", what, module);
    tell(what + "_requested", module, node);
  }

  void done(String what, String module, String node) {
    LOG.info("{} of the module {} is done", what, module);
    try {
      tell(what.equals("install") ? "installed" : "removed", module, node);
    } catch (RuntimeException e) {
      LOG.warn("{} of the module {} is not in the audit trail: {}", what, module, e.toString());
    }
  }

  void failed(String what, String module, String node, Exception why) {
    LOG.error("{} of the module {} failed", what, module, why);
    try {
      tell(what + "_failed", module, node);
    } catch (RuntimeException e) {
      LOG.warn("{} of the module {} is not in the audit trail: {}", what, module, e.toString());
    }
  }

  private void tell(String action, String module, String node) {
    transactions.required(
        () -> {
          journal.audit(action, "module", null, Map.of("module", module, "node", node));
          return true;
        });
  }
}
