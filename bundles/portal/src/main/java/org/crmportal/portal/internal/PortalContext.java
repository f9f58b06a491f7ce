package org.crmportal.portal.internal;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.context.ServletContextHelper;

/** A servlet context of its own, so that nothing else that comes or goes restarts it. */
@Component(
    service = ServletContextHelper.class,
    property = {
      "osgi.http.whiteboard.context.name=crm-portal",
      "osgi.http.whiteboard.context.path=/"
    })
public final class PortalContext extends ServletContextHelper {

  @Activate
  public PortalContext(BundleContext context) {
    super(context.getBundle());
  }
}
