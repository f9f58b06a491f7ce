package org.crmportal.persistence;

import java.util.Locale;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** An enum's constant as its name in lower case, as the ERD writes enumerations. */
public final class EnumConverter implements Converter {

  private static final long serialVersionUID = 1;

  private @Nullable Class<?> type;

  @Override
  public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
    return value == null ? null : ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
    if (value == null || type == null) {
      return null;
    }
    var name = value.toString().toUpperCase(Locale.ROOT);
    for (var constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalStateException(type + " has no " + value);
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  public void initialize(DatabaseMapping mapping, Session session) {
    type = mapping.getAttributeClassification();
    if (mapping.getField() != null) {
      mapping.getField().setType(String.class);
    }
  }
}
