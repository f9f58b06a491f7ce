package org.crmportal.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.crmportal.platform.Transactions;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds one transaction to the thread; everything on that thread works on its connection. */
@Component(service = {Transactions.class, TransactionsImpl.class})
public final class TransactionsImpl implements Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(TransactionsImpl.class);

  private final DataSource pool;
  private final Outages outages = new Outages(System::nanoTime);
  private final ThreadLocal<@Nullable Transaction> running = new ThreadLocal<>();

  @Activate
  public TransactionsImpl(
      @Reference(target = "(osgi.jndi.service.name=crm-pool)") DataSource pool) {
    this.pool = pool;
  }

  @Override
  public <R> R tx(SqlWork<R> work) {
    return required(() -> on(work));
  }

  @Override
  public <R> R required(Supplier<R> work) {
    var outer = running.get();
    if (outer != null) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        outer.doom(e);
        throw outages.failure(e);
      }
    }
    var transaction = new Transaction(pool);
    running.set(transaction);
    try {
      R result;
      try {
        result = commit(transaction, work);
      } finally {
        running.remove();
      }
      transaction.afterCommit.forEach(TransactionsImpl::tell);
      return result;
    } finally {
      transaction.afterCompletion.forEach(TransactionsImpl::tell);
    }
  }

  @Override
  public <R> R read(SqlWork<R> work) {
    if (active()) {
      return on(work);
    }
    try (var connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException | RuntimeException e) {
      throw outages.failure(e);
    }
  }

  @Override
  public <R> R savepoint(Supplier<R> work) {
    var transaction = current();
    try {
      transaction.flush();
      var savepoint = transaction.connection().setSavepoint();
      var before = transaction.registeredBefore();
      var after = transaction.afterCommit.size();
      try {
        var result = work.get();
        transaction.flush();
        transaction.connection().releaseSavepoint(savepoint);
        return result;
      } catch (RuntimeException e) {
        transaction.clear();
        transaction.forget(before, after);
        transaction.connection().rollback(savepoint);
        transaction.undoom();
        throw e;
      }
    } catch (SQLException | RuntimeException e) {
      throw outages.failure(e);
    }
  }

  @Override
  public <R> R batch(Supplier<R> work) {
    var transaction = current();
    transaction.beginBatch();
    try {
      var result = work.get();
      transaction.flush();
      return result;
    } catch (SQLException | RuntimeException e) {
      throw outages.failure(e);
    } finally {
      transaction.endBatch();
    }
  }

  @Override
  public boolean later(String sql, Values values) {
    var transaction = current();
    if (transaction.batching()) {
      transaction.later(sql, values);
    }
    return transaction.batching();
  }

  @Override
  public void beforeCommit(Runnable work) {
    current().beforeCommit(work);
  }

  @Override
  public void afterCommit(Runnable work) {
    var transaction = running.get();
    if (transaction == null) {
      work.run();
    } else {
      transaction.afterCommit.add(work);
    }
  }

  @Override
  public void afterCompletion(Runnable work) {
    current().afterCompletion.add(work);
  }

  @Override
  public boolean active() {
    return running.get() != null;
  }

  /** The transaction of this thread, or null. */
  @Nullable Transaction running() {
    return running.get();
  }

  Transaction current() {
    var transaction = running.get();
    if (transaction == null) {
      throw new IllegalStateException("no transaction is running");
    }
    return transaction;
  }

  private <R> R on(SqlWork<R> work) {
    try {
      Connection connection = current().connection();
      return work.on(connection);
    } catch (SQLException | RuntimeException e) {
      throw outages.failure(e);
    }
  }

  private <R> R commit(Transaction transaction, Supplier<R> work) {
    try {
      try {
        var result = work.get();
        if (transaction.doomedBy() != null) {
          throw new IllegalStateException("a part of the work failed", transaction.doomedBy());
        }
        transaction.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(transaction, e);
        throw outages.failure(e);
      }
    } finally {
      close(transaction);
    }
  }

  private static void rollback(Transaction transaction, Exception cause) {
    try {
      transaction.rollback();
    } catch (SQLException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static void close(Transaction transaction) {
    try {
      transaction.close();
    } catch (SQLException | RuntimeException e) {
      LOG.warn("a connection did not go back to the pool cleanly: {}", e.toString());
    }
  }

  private static void tell(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("work after a transaction failed", e);
    }
  }
}
