package org.crmportal.persistence;

import org.crmportal.platform.record.Column;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * Names the columns of entities as the ERD does, {@code firstName} as {@code first_name}, so that
 * no entity has to; a persistence unit names it as its {@code eclipselink.session.customizer}.
 */
public final class SnakeCaseNames implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    for (var descriptor : session.getDescriptors().values()) {
      for (var mapping : descriptor.getMappings()) {
        if (mapping instanceof DirectToFieldMapping direct) {
          direct.getField().setName(Column.snakeCase(mapping.getAttributeName()));
        }
      }
    }
  }
}
