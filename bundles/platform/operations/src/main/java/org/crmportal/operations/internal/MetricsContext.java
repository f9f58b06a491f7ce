package org.crmportal.operations.internal;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.context.ServletContextHelper;

/** A servlet context of its own, so that nothing else that comes or goes restarts it. */
@Component(
    service = ServletContextHelper.class,
    property = {
      "osgi.http.whiteboard.context.name=crm-metrics",
      "osgi.http.whiteboard.context.path=/metrics"
    })
public final class MetricsContext extends ServletContextHelper {

  @Activate
  public MetricsContext(BundleContext context) {
    super(context.getBundle());
  }
}
