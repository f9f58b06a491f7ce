package org.crmportal.persistence.internal;

import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;

/** The entities of one persistence unit in the thread's transaction. */
final class UnitOfWorkImpl implements UnitOfWork {

  private final TransactionsImpl transactions;
  private final Records records;
  private final EntityManagerFactory factory;

  UnitOfWorkImpl(TransactionsImpl transactions, Records records, EntityManagerFactory factory) {
    this.transactions = transactions;
    this.records = records;
    this.factory = factory;
  }

  @Override
  public <R> R tx(Function<EntityManager, R> work) {
    return transactions.required(
        () -> {
          var manager = transactions.current().manager(factory);
          var result = work.apply(manager);
          flush(manager);
          return result;
        });
  }

  @Override
  public void persist(Object entity) {
    var manager = transactions.current().manager(factory);
    manager.persist(entity);
    flush(manager);
  }

  private void flush(EntityManager manager) {
    if (transactions.current().batching()) {
      transactions.current().fallBehind();
    } else {
      manager.flush();
    }
  }

  @Override
  public <T extends Record, E> E lock(
      Stored<T, E> stored, UUID id, @Nullable Long version, String action) {
    var entity = lockDeleted(stored, id, version, action);
    var type = stored.type();
    if (type.softDelete() && type.value(stored.record().apply(entity), "deleted_at") != null) {
      throw CrmException.notFound(type.name(), id);
    }
    return entity;
  }

  @Override
  public <T extends Record, E> E lockDeleted(
      Stored<T, E> stored, UUID id, @Nullable Long version, String action) {
    var type = stored.type();
    records.require(type, id, action);
    var manager = transactions.current().manager(factory);
    var entity = manager.find(stored.entity(), id, LockModeType.PESSIMISTIC_WRITE);
    if (entity == null) {
      throw CrmException.notFound(type.name(), id);
    }
    long current = type.version(stored.record().apply(entity));
    if (version != null && version != current) {
      throw CrmException.stale(current);
    }
    return entity;
  }
}
