package org.crmportal.platform.record;

import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The record services that run now, those of extensions included. */
@ProviderType
public interface RecordTypes {

  /** The service of a type by the type's name ({@code lead}), if its module runs. */
  Optional<RecordService<?, ?>> named(String name);

  /** The service of a type by its path ({@code leads}), if its module runs. */
  Optional<RecordService<?, ?>> at(String path);

  /** Every record service that runs, ordered by the type's name. */
  Collection<RecordService<?, ?>> all();
}
