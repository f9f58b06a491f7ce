package org.crmportal.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a process of its own, which goes on until it is killed. */
final class KilledNode {

  private KilledNode() {}

  /** Joins the database with this address and user. */
  public static void main(String[] arguments) throws InterruptedException {
    var source = new PGSimpleDataSource();
    source.setURL(arguments[0]);
    source.setUser(arguments[1]);
    try (var node = new TestNode(source)) {
      assertThat(node.jobs).isNotNull();
      new CountDownLatch(1).await();
    }
  }
}
