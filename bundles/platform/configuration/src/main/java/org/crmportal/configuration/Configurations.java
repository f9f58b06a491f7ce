package org.crmportal.configuration;

import java.util.List;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The settings that every module declares, and the only way to change them besides the files in
 * etc/. Who calls it has found out that the caller may do so.
 */
@ProviderType
public interface Configurations {

  /** Returns every setting of every module that is installed, by file and key. */
  List<Setting> list();

  /**
   * Returns one setting.
   *
   * @throws CrmException {@code NOT_FOUND} if no module declares it
   */
  Setting get(String pid, String key);

  /**
   * Finds out whether a setting may be changed so, and changes nothing.
   *
   * @param value the new value; null for what is in force where nothing is set
   * @return the setting as it is now
   * @throws CrmException as {@link #set}
   */
  Setting check(String pid, String key, @Nullable String value);

  /**
   * Changes a setting of this node, and of no other, and keeps it in its file; it is in force
   * within a moment, without a restart. The audit trail has it in the caller's name, unless the
   * database does not answer.
   *
   * @param value the new value; null for what is in force where nothing is set
   * @return the setting as it is then
   * @throws CrmException {@code NOT_FOUND} if no module declares it; {@code INVALID}, with the key
   *     as the field, if the value is not allowed: nothing has changed then
   */
  Setting set(String pid, String key, @Nullable String value);
}
