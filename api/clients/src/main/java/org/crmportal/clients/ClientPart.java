package org.crmportal.clients;

import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What another module keeps of a client: its leads, projects, tickets, invoices. Register an
 * implementation as a service; it is then part of the client's overview, of a merge, and asked
 * before the client is deleted. Name it in the bundle's header {@code Crm-Client-Parts} too, so
 * that nothing is left behind by a merge while the module is stopped.
 *
 * <p>All calls act for the current caller. Those that write, and {@link #dependants}, run in the
 * transaction of whoever asks.
 */
@ConsumerType
public interface ClientPart {

  /** The name that the part has in the overview and in the counts of a merge: {@code leads}. */
  String name();

  /** The permission resource: without a {@code read} of any scope the part is not asked. */
  String resource();

  /**
   * What the overview shows: records, a list of them, or a number; only what the current caller may
   * read.
   */
  Object read(Client client);

  /** How many records {@link #move} would move, whoever may see them. */
  long count(UUID client);

  /**
   * Makes all records of one client those of another one, whoever may see them.
   *
   * @return how many
   */
  long move(UUID from, UUID into);

  /** How many live records forbid that the client is deleted, such as open invoices. */
  default long dependants(UUID client) {
    return 0;
  }

  /**
   * The records that this very client came from, such as its converted leads: they are no
   * duplicates of it.
   */
  default Set<UUID> origins(UUID client) {
    return Set.of();
  }
}
