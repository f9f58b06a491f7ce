package org.crmportal.auth.internal;

import java.util.UUID;
import java.util.function.Function;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;

/** Records of the tests, which are put there by SQL and only read. */
record Shelf<T extends Record, N extends Record>(RecordType<T, N> type, Records records)
    implements RecordService<T, N> {

  @Override
  public T get(UUID id) {
    return records.get(type, id);
  }

  @Override
  public Page<T> find(ListQuery query) {
    return records.find(type, query);
  }

  @Override
  public T create(N draft, Creation how) {
    throw new UnsupportedOperationException();
  }

  @Override
  public T update(UUID id, @Nullable Long version, Function<T, N> change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public T restore(UUID id) {
    throw new UnsupportedOperationException();
  }
}
