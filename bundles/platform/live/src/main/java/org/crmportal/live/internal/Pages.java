package org.crmportal.live.internal;

import java.util.Dictionary;
import org.crmportal.platform.record.RecordService;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Notices that modules, kinds of records, or what is said of their pages, come and go. */
@Component(
    service = {},
    immediate = true)
public final class Pages implements AllServiceListener, BundleListener {

  private static final String MADE_OF =
      "(|(%1$s=%2$s)(%1$s=org.crmportal.platform.portal.*))"
          .formatted(Constants.OBJECTCLASS, RecordService.class.getName());

  private final BundleContext context;
  private final Live live;

  @Activate
  public Pages(BundleContext context, @Reference Live live) throws InvalidSyntaxException {
    this.context = context;
    this.live = live;
    context.addServiceListener(this, MADE_OF);
    context.addBundleListener(this);
  }

  @Deactivate
  void close() {
    context.removeServiceListener(this);
    context.removeBundleListener(this);
  }

  @Override
  public void serviceChanged(ServiceEvent event) {
    live.portal();
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if (isModule(event.getBundle().getHeaders(""))) {
      live.portal();
    }
  }

  private static boolean isModule(Dictionary<String, String> headers) {
    return headers.get("Crm-Module") != null || headers.get("Crm-Paths") != null;
  }
}
