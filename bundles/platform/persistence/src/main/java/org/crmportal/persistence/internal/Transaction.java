package org.crmportal.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.crmportal.platform.Transactions.Values;
import org.jspecify.annotations.Nullable;

/** One running transaction: its connection and the entity managers that work on it. */
final class Transaction {

  private final DataSource pool;
  private final Map<EntityManagerFactory, EntityManager> managers = new LinkedHashMap<>();
  private final List<Runnable> beforeCommit = new ArrayList<>();
  final List<Runnable> afterCommit = new ArrayList<>();
  final List<Runnable> afterCompletion = new ArrayList<>();
  private final PutOff putOff = new PutOff();
  private int batches;
  private boolean behind;
  private @Nullable Connection connection;
  private @Nullable RuntimeException doomedBy;

  Transaction(DataSource pool) {
    this.pool = pool;
  }

  /** The connection, once all that was put off has been written: who asks may want to read. */
  Connection connection() throws SQLException {
    if (behind) {
      flush();
    }
    return bare();
  }

  /** The connection for an entity manager, which writes what is its own before it reads. */
  Connection bare() throws SQLException {
    var existing = connection;
    if (existing == null) {
      existing = pool.getConnection();
      connection = existing;
      existing.setAutoCommit(false);
    }
    return existing;
  }

  EntityManager manager(EntityManagerFactory factory) {
    return managers.computeIfAbsent(
        factory,
        f -> {
          var manager = f.createEntityManager();
          manager.getTransaction().begin();
          return manager;
        });
  }

  void beforeCommit(Runnable work) {
    beforeCommit.add(work);
  }

  /** Forgets the work that was registered since there was that much of it. */
  void forget(int before, int after) {
    beforeCommit.subList(before, beforeCommit.size()).clear();
    afterCommit.subList(after, afterCommit.size()).clear();
  }

  int registeredBefore() {
    return beforeCommit.size();
  }

  /** Notes that work in it failed, so that nobody who swallows the failure commits half of it. */
  void doom(RuntimeException cause) {
    doomedBy = doomedBy == null ? cause : doomedBy;
  }

  @Nullable RuntimeException doomedBy() {
    return doomedBy;
  }

  void undoom() {
    doomedBy = null;
  }

  void beginBatch() {
    batches++;
  }

  void endBatch() {
    batches--;
  }

  boolean batching() {
    return batches > 0;
  }

  /** Notes that entities have changed which are not in the database yet. */
  void fallBehind() {
    behind = true;
  }

  void later(String sql, Values values) {
    putOff.add(sql, values);
    behind = true;
  }

  void flush() throws SQLException {
    // First of all, because the managers ask for the connection.
    behind = false;
    managers.values().forEach(EntityManager::flush);
    if (!putOff.isEmpty()) {
      putOff.execute(bare());
    }
  }

  /**
   * Forgets all entities; a manager whose flush failed would never commit again and is replaced.
   */
  void clear() {
    putOff.clear();
    behind = false;
    for (var all = managers.values().iterator(); all.hasNext(); ) {
      var manager = all.next();
      manager.clear();
      if (manager.getTransaction().getRollbackOnly()) {
        manager.getTransaction().rollback();
        manager.close();
        all.remove();
      }
    }
  }

  void commit() throws SQLException {
    flush();
    for (int i = 0; i < beforeCommit.size(); i++) {
      beforeCommit.get(i).run();
    }
    managers.values().forEach(manager -> manager.getTransaction().commit());
    if (connection != null) {
      connection.commit();
    }
  }

  void rollback() throws SQLException {
    try {
      for (var manager : managers.values()) {
        if (manager.getTransaction().isActive()) {
          manager.getTransaction().rollback();
        }
      }
    } finally {
      if (connection != null) {
        connection.rollback();
      }
    }
  }

  /**
   * Gives the connection back, whatever else fails: a module that stops has closed its managers.
   */
  void close() throws SQLException {
    try {
      managers.values().stream().filter(EntityManager::isOpen).forEach(EntityManager::close);
    } finally {
      if (connection != null) {
        try {
          connection.setAutoCommit(true);
        } finally {
          connection.close();
        }
      }
    }
  }
}
