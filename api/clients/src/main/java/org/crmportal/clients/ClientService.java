package org.crmportal.clients;

import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the clients. Every call is one transaction and joins the one that runs. */
@ProviderType
public interface ClientService extends RecordService<Client, NewClient> {

  /**
   * Makes a prospect a client, with the person kept as a contact.
   *
   * @param prospect what is known of the company and its person
   * @param ignoring ids of records that do not count as duplicates, such as the prospect's lead
   * @return the new client
   * @throws CrmException {@code FORBIDDEN} without {@code clients:create}, {@code CONFLICT} for a
   *     duplicate
   */
  Client win(Prospect prospect, Set<UUID> ignoring);

  /**
   * Adds a prospect to a client that is there: fills only its empty fields, and keeps the person as
   * a contact unless one with the same e-mail or phone is there.
   *
   * @throws CrmException {@code NOT_FOUND} if the caller does not see such a client
   */
  Client enrich(UUID client, Prospect prospect);

  /**
   * Moves everything that belongs to one client to another, fills the empty fields of that one, and
   * deletes the first softly.
   *
   * @param version the version of {@code from} that the caller has seen, or null
   * @param dryRun whether only to count
   * @throws CrmException {@code FORBIDDEN} without {@code clients:merge}, {@code NOT_FOUND} for a
   *     client out of scope, {@code INVALID} if both are the same, {@code STALE}, {@code
   *     UNAVAILABLE} if a module that keeps parts of clients is installed but does not run
   */
  ClientMerge merge(UUID from, @Nullable Long version, UUID into, boolean dryRun);

  /**
   * The whole picture of a client, of the modules that run and of what the caller may read.
   *
   * @throws CrmException {@code NOT_FOUND} if there is none in the caller's scope
   */
  Overview overview(UUID id);

  /**
   * What is known of a company that becomes a client.
   *
   * @param fields the client to be; its primary contact is the person
   * @param jobTitle the person's job title
   */
  record Prospect(NewClient fields, @Nullable String jobTitle) {}
}
