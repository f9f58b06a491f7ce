package org.crmportal.rest;

import org.crmportal.platform.record.RecordType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A body that changes some fields of something (RFC 7396), for a resource with a PATCH of its own;
 * record services have theirs already.
 */
@ProviderType
public interface MergePatch {

  /**
   * What something becomes by the patch. Fields that the server owns may be sent back unchanged.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  <T extends Record, N extends Record> N onto(RecordType<T, N> type, T current);
}
