package org.crmportal.journal.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.crmportal.platform.journal.RecordChange;

/**
 * Lets the changes of transactions leave in the order in which these began to commit. Whoever
 * changes a record after another transaction did has waited for that one's row lock, so its number
 * is higher, whichever thread comes out of the commit first.
 */
final class CommitOrder {

  private final Consumer<RecordChange<?>> leave;
  private final TreeMap<Long, Batch> committing = new TreeMap<>();
  private long last;

  CommitOrder(Consumer<RecordChange<?>> leave) {
    this.leave = leave;
  }

  /** The changes of one transaction. */
  static final class Batch {
    private final List<RecordChange<?>> committed = new ArrayList<>();
    private long number;
    private boolean over;

    /** Adds a change that is committed. */
    void add(RecordChange<?> change) {
      committed.add(change);
    }
  }

  /** The transaction of a batch is about to commit. */
  synchronized void commits(Batch batch) {
    if (batch.number == 0) {
      batch.number = ++last;
      committing.put(batch.number, batch);
    }
  }

  /** The transaction of a batch is over; what it did not commit is not in the batch. */
  synchronized void isOver(Batch batch) {
    batch.over = true;
    while (!committing.isEmpty() && committing.firstEntry().getValue().over) {
      committing.pollFirstEntry().getValue().committed.forEach(leave);
    }
  }
}
