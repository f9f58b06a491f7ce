package org.crmportal.persistence;

import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work on the entities of one persistence unit, in the transaction that all modules share ({@link
 * org.crmportal.platform.Transactions}).
 */
@ProviderType
public interface UnitOfWork {

  /**
   * Does work in the running transaction, or in a new one which is committed when the work returns
   * and rolled back when it throws. When this returns, all changes are flushed, so that SQL sees
   * them; in a {@link org.crmportal.platform.Transactions#batch} they are once it asks for the
   * connection.
   *
   * @throws CrmException {@code CONFLICT} for a unique value that is taken, {@code STALE} if
   *     another transaction changed the entity meanwhile, {@code UNAVAILABLE} if the database is
   *     gone
   */
  <R> R tx(Function<EntityManager, R> work);

  /**
   * Keeps a new entity; call it within {@link #tx}. It is in the database when this returns, unless
   * a {@link org.crmportal.platform.Transactions#batch} runs, so it has to know its first version
   * itself.
   *
   * @throws CrmException as {@link #tx}
   */
  void persist(Object entity);

  /**
   * Loads and locks the entity of a live record that the caller may act on; call it within {@link
   * #tx}.
   *
   * @param version the version that the caller has seen, or null for any
   * @param action without scope: {@code update}, {@code delete}, or a named one such as {@code
   *     convert}
   * @throws CrmException {@code NOT_FOUND} outside the caller's read scope or deleted, {@code
   *     FORBIDDEN} if the caller may see it but not do this, {@code STALE} for another version
   */
  <T extends Record, E> E lock(Stored<T, E> stored, UUID id, @Nullable Long version, String action);

  /** As {@link #lock}, but the record may be deleted. */
  <T extends Record, E> E lockDeleted(
      Stored<T, E> stored, UUID id, @Nullable Long version, String action);
}
