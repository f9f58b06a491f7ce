package org.crmportal.platform.record;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Reads what callers ask for, and writes records, exactly as the REST API does. */
@ProviderType
public interface RecordText {

  /**
   * The query that the parameters of a list ask for: a field, {@code metadata.<key>}, or one of
   * {@code filter}, {@code q}, {@code sort}, {@code limit}, {@code cursor}, {@code count}, {@code
   * deleted}, {@code fields}.
   *
   * @throws CrmException {@code BAD_REQUEST} naming the parameter that is wrong
   */
  ListQuery query(RecordType<?, ?> type, Map<String, List<String>> parameters);

  /**
   * What the parameter {@code fields} asks for, or null for all fields.
   *
   * @throws CrmException {@code BAD_REQUEST} if one is not a field of the type
   */
  @Nullable Set<String> fields(RecordType<?, ?> type, Map<String, List<String>> parameters);

  /** A page of which only some fields are written; null means all. */
  Object trimmed(Page<? extends Record> page, @Nullable Set<String> fields);

  /** A value as JSON: records by their columns, enums in lower case, times in ISO 8601. */
  String json(@Nullable Object value);

  /**
   * Writes the records in the caller's scope as CSV, without a limit.
   *
   * @param fields the columns, or null for all
   * @param row runs after each record; what it throws ends the writing
   */
  void csv(
      RecordType<?, ?> type,
      ListQuery query,
      @Nullable Set<String> fields,
      OutputStream out,
      Runnable row);
}
