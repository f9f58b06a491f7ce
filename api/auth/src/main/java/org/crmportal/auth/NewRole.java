package org.crmportal.auth;

import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a role that a caller may set; it begins without permissions.
 *
 * @param name at most 50 characters, unique
 * @param description at most 2,000 characters, or null
 */
public record NewRole(String name, @Nullable String description) {

  /**
   * Checks the fields.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public NewRole {
    var checks = new Checks();
    name = checks.text("name", name, 50);
    description = checks.optionalText("description", description, 2_000);
    checks.done();
  }
}
