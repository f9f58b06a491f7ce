package org.crmportal.operations.internal;

import java.util.List;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.WebComponent;
import org.osgi.service.component.annotations.Component;

/** What the node and its modules look like in the portal. */
@Component
public final class OperationsPages implements PortalParts {

  private static final String MODULES = "crm-modules";
  private static final String CONFIGURATION = "crm-configuration";
  private static final String STATUS = "crm-status";
  private static final String PERMISSION = "modules:read";

  @Override
  public List<PortalPart> parts() {
    return List.of(
        menu("modules", MODULES).icon("package").in(Group.ADMINISTRATION, 60),
        menu("configuration", CONFIGURATION).icon("wrench").in(Group.ADMINISTRATION, 70),
        menu("status", STATUS).icon("gauge").in(Group.ADMINISTRATION, 100),
        WebComponent.of(MODULES).asPage().needs(PERMISSION),
        WebComponent.of(CONFIGURATION).asPage().needs(PERMISSION),
        WebComponent.of(STATUS).asPage().needs(PERMISSION));
  }

  private static Menu menu(String name, String element) {
    return Menu.of(name, "admin/" + name, element).needs(PERMISSION);
  }
}
