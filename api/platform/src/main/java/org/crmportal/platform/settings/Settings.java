package org.crmportal.platform.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the company's settings. */
@ProviderType
public interface Settings {

  /**
   * The settings as they are now; defaults, with version 0, until somebody changes them. Whoever
   * works with them needs no permission.
   */
  Company company();

  /**
   * Changes the settings.
   *
   * @param version the version that the caller has seen, or null to change whatever there is
   * @param change gets the settings as they are, locked, and returns them as they shall be
   * @return the settings as they are then; of the same version, if nothing differs
   * @throws org.crmportal.platform.CrmException {@code FORBIDDEN} without {@code settings:update},
   *     {@code STALE} if they have another version
   */
  Company update(@Nullable Long version, Function<Company, NewCompany> change);
}
