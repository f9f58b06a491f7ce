package org.crmportal.persistence.internal.records;

import java.util.List;
import java.util.Optional;
import org.crmportal.platform.record.RecordType;

/** The types that scopes refer to by name. */
public interface KnownTypes {

  /** A type whose module runs now or has run since this node started. */
  Optional<RecordType<?, ?>> known(String name);

  /** The types whose modules run now, ordered by name. */
  List<RecordType<?, ?>> running();
}
