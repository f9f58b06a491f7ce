package org.crmportal.operations.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.crmportal.platform.CrmException;

/** Lets callers do something one after the other, and wait for each other no longer than useful. */
final class OneAtATime {

  private static final long SECONDS = 30;

  private final ReentrantLock lock = new ReentrantLock(true);

  <R> R take(Supplier<R> work) {
    var mine = false;
    try {
      mine = lock.tryLock(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!mine) {
      throw CrmException.conflict(
          "change_running", "Another change of the modules runs: try again later");
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
