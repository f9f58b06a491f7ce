package org.crmportal.persistence;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** A UUID as PostgreSQL's {@code uuid}. */
public final class UuidConverter implements Converter {

  private static final long serialVersionUID = 1;

  @Override
  public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
    return value;
  }

  @Override
  public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
    return value == null || value instanceof UUID ? value : UUID.fromString(value.toString());
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  public void initialize(DatabaseMapping mapping, Session session) {
    if (mapping.getField() != null) {
      mapping.getField().setSqlType(Types.OTHER);
      mapping.getField().setType(UUID.class);
    }
  }
}
