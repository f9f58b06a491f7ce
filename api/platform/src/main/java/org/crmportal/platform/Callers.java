package org.crmportal.platform;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Knows who is calling on this thread. */
@ProviderType
public interface Callers {

  /**
   * The caller of the work that runs on this thread.
   *
   * @throws CrmException {@code UNAUTHENTICATED} if nobody is signed in
   */
  Caller current();

  /** Does work as a caller; afterwards the thread has the caller that it had before. */
  <R> R call(Caller caller, Supplier<R> work);

  /**
   * The system itself: may do everything and has no user id.
   *
   * @param part what acts, as the audit trail shall name it, e.g. {@code import}
   */
  Caller system(String part);
}
