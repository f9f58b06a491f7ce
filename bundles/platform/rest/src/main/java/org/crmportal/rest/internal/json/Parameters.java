package org.crmportal.rest.internal.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of resource methods in the same spelling as JSON. */
public final class Parameters implements ParamConverterProvider {

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    if (!Scalars.knows(type) || type == String.class || type.isPrimitive()) {
      return null;
    }
    return new Converter<>(type, List.of(annotations));
  }

  /** Reads one parameter. */
  private record Converter<T>(Class<T> type, List<Annotation> annotations)
      implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      try {
        return type.cast(Scalars.parameter(text, type));
      } catch (Scalars.Refused e) {
        throw refused(e);
      }
    }

    private RuntimeException refused(Scalars.Refused why) {
      for (var each : annotations) {
        if (each instanceof QueryParam query) {
          return CrmException.badParameter(query.value(), why.getMessage());
        }
        if (each instanceof HeaderParam header) {
          return CrmException.badParameter(header.value(), why.getMessage());
        }
        if (each instanceof PathParam) {
          return new NotFoundException(why.getMessage());
        }
      }
      return CrmException.badRequest(why.getMessage());
    }

    @Override
    public String toString(T value) {
      return value instanceof Enum<?> constant
          ? constant.name().toLowerCase(Locale.ROOT)
          : value.toString();
    }
  }
}
