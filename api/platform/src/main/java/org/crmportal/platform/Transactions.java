package org.crmportal.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One database transaction over all modules: it is bound to the thread, has one connection, and
 * every persistence unit and every statement of that thread takes part in it.
 */
@ProviderType
public interface Transactions {

  /** Work on a connection. */
  @FunctionalInterface
  interface SqlWork<R> {
    R on(Connection connection) throws SQLException;
  }

  /**
   * Does work in the running transaction, or in a new one which is committed when the work returns
   * and rolled back when it throws. The connection must not be closed, committed or kept.
   *
   * @throws CrmException {@code UNAVAILABLE} if the database cannot be reached
   */
  <R> R tx(SqlWork<R> work);

  /** As {@link #tx}, for work that needs no connection of its own. */
  <R> R required(Supplier<R> work);

  /** Reads in the running transaction, or else without one. */
  <R> R read(SqlWork<R> work);

  /**
   * Does work behind a savepoint of the running transaction: if it throws, only what it did is
   * undone, and what it wanted done at or after the commit is forgotten. Entities loaded before
   * stay as they are in memory, so use it around whole services.
   *
   * @throws IllegalStateException if no transaction runs
   */
  <R> R savepoint(Supplier<R> work);

  /** Sets the values of a statement's parameters. */
  @FunctionalInterface
  interface Values {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /**
   * Does work that keeps many records, in the running transaction. What it writes may reach the
   * database later, and then all at once: before anything is read, and at the latest when this
   * returns. So a failure that the database finds may belong to something done before.
   *
   * @throws IllegalStateException if no transaction runs
   */
  <R> R batch(Supplier<R> work);

  /**
   * Puts a statement that changes rows off, together with others of the same text, as {@link
   * #batch} says.
   *
   * @return false if no batch runs; then nothing is done, and the caller executes it at once
   */
  boolean later(String sql, Values values);

  /** Runs just before the commit, in the transaction; a failure rolls everything back. */
  void beforeCommit(Runnable work);

  /** Runs after the commit, and never if there is none. Without a transaction it runs at once. */
  void afterCommit(Runnable work);

  /**
   * Runs when the running transaction is over, committed or not, after everything of {@link
   * #afterCommit}.
   */
  void afterCompletion(Runnable work);

  /** Whether a transaction runs on this thread. */
  boolean active();
}
