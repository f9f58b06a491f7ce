package org.crmportal.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.SQLException;
import java.sql.Types;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * A map or list as PostgreSQL's {@code jsonb}. It counts as immutable, so that change tracking
 * stays on: an entity replaces the value and never changes it in place. Name it {@code jsonb} in an
 * entity, because EclipseLink has a {@code json} converter of its own, which wins.
 */
public final class JsonConverter implements Converter {

  private static final long serialVersionUID = 1;

  private final transient JsonMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Override
  public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
    if (value == null) {
      return null;
    }
    try {
      var json = new PGobject();
      json.setType("jsonb");
      json.setValue(mapper.writeValueAsString(value));
      return json;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + value, e);
    }
  }

  @Override
  public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
    try {
      return value == null ? null : mapper.readValue(value.toString(), Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + value, e);
    }
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  public void initialize(DatabaseMapping mapping, Session session) {
    if (mapping.getField() != null) {
      mapping.getField().setSqlType(Types.OTHER);
    }
  }
}
