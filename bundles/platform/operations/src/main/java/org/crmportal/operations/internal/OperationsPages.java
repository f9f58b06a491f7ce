package org.crmportal.operations.internal;

import java.util.List;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.WebComponent;
import org.osgi.service.component.annotations.Component;

/** What the modules of the node look like in the portal. */
@Component
public final class OperationsPages implements PortalParts {

  @Override
  public List<PortalPart> parts() {
    return List.of(
        Menu.of("modules", "admin/modules", "crm-modules")
            .icon("package")
            .in(Group.ADMINISTRATION, 70)
            .needs("modules:read"),
        WebComponent.of("crm-modules").needs("modules:read"),
        Menu.of("configuration", "admin/configuration", "crm-configuration")
            .icon("wrench")
            .in(Group.ADMINISTRATION, 80)
            .needs("modules:read"),
        WebComponent.of("crm-configuration").needs("modules:read"),
        Menu.of("status", "admin/status", "crm-status")
            .icon("gauge")
            .in(Group.ADMINISTRATION, 110)
            .needs("modules:read"),
        WebComponent.of("crm-status").needs("modules:read"));
  }
}
