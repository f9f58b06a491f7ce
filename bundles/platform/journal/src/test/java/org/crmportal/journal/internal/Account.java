package org.crmportal.journal.internal;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.NoDraft;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;

/** A record that people write activities on. */
public record Account(
    UUID id,
    long version,
    @Nullable UUID ownerId,
    @Nullable Instant lastContactAt,
    @Nullable Instant deletedAt,
    Instant createdAt) {

  static final String TABLE =
      "create table accounts (id uuid primary key, version bigint not null default 0,"
          + " owner_id uuid, last_contact_at timestamp, deleted_at timestamp,"
          + " created_at timestamp not null default current_timestamp)";

  static final RecordType<Account, NoDraft> TYPE =
      RecordType.of("account", Account.class, NoDraft.class)
          .owners("owner_id")
          .derived("last_contact_at")
          .lastContact("last_contact_at")
          .timeline()
          .build();

  /** Reads accounts. */
  record Service(Records records) implements RecordService<Account, NoDraft> {

    @Override
    public RecordType<Account, NoDraft> type() {
      return TYPE;
    }

    @Override
    public Account get(UUID id) {
      return records.get(TYPE, id);
    }

    @Override
    public Page<Account> find(ListQuery query) {
      return records.find(TYPE, query);
    }

    @Override
    public Account create(NoDraft draft, Creation how) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Account update(UUID id, @Nullable Long version, Function<Account, NoDraft> change) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(UUID id, @Nullable Long version) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Account restore(UUID id) {
      throw new UnsupportedOperationException();
    }
  }
}
