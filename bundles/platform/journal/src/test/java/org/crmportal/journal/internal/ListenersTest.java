package org.crmportal.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.RecordChange;
import org.crmportal.platform.journal.RecordListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ListenersTest {

  private final JournalFixture it = new JournalFixture();
  private final BlockingQueue<RecordChange<?>> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void aChangeIsHeardAfterItsCommitOnly() throws InterruptedException {
    listen("good", heard::add);
    var deal = Deal.named("x");
    var change =
        it.asUser(
            () -> {
              it.journal.created(Deal.TYPE, deal, Entry.of("created"));
              return heard.poll();
            });

    assertThat(change).isNull();
    assertThat(next())
        .isNotNull()
        .satisfies(
            told -> {
              assertThat(told.name()).isEqualTo("big_deal.created");
              assertThat(told.id()).isEqualTo(deal.id());
              assertThat(told.by()).isEqualTo(it.user);
              assertThat(told.after()).isEqualTo(deal);
            });
  }

  @Test
  void whatIsTakenBackIsNeverHeard() throws InterruptedException {
    listen("good", heard::add);
    assertThatThrownBy(
            () ->
                it.asUser(
                    () -> {
                      it.journal.created(Deal.TYPE, Deal.named("lost"), Entry.of("created"));
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    it.asUser(
        () -> {
          assertThatThrownBy(
                  () ->
                      it.transactions.savepoint(
                          () -> {
                            it.journal.created(Deal.TYPE, Deal.named("lost"), Entry.of("created"));
                            throw new IllegalArgumentException("no");
                          }))
              .hasMessage("no");
          return it.journal.created(Deal.TYPE, Deal.named("kept"), Entry.of("created"));
        });

    assertThat(next().after()).hasFieldOrPropertyWithValue("name", "kept");
    assertThat(heard).isEmpty();
  }

  @Test
  void oneThatThrowsGoesIntoQuarantineAndComesBack() throws InterruptedException {
    listen("good", heard::add);
    listen(
        "bad",
        change -> {
          throw new IllegalStateException("broken");
        });

    create(10);
    hear(10);
    assertThat(awaitTrouble())
        .satisfies(
            health -> {
              assertThat(health.part()).isEqualTo("listener bad");
              assertThat(health.state()).isEqualTo(Health.State.DEGRADED);
              assertThat(health.cause()).contains("broken");
            });
    assertThat(awaitNoTrouble()).isTrue();
  }

  @Test
  void oneThatNeverReturnsHoldsUpNobody() throws InterruptedException {
    var never = new CountDownLatch(1);
    listen("stuck", change -> waitFor(never));
    listen("good", heard::add);

    create(60);
    hear(60);
    assertThat(awaitTrouble().part()).isEqualTo("listener stuck");
    never.countDown();
  }

  @Test
  void oneThatHasGoneHearsNothing() throws InterruptedException {
    RecordListener gone = change -> heard.add(change);
    it.listeners.add(gone, Map.of("component.name", "gone"));
    it.listeners.remove(gone);
    listen("good", heard::add);

    create(1);
    hear(1);
    assertThat(heard).isEmpty();
  }

  @Test
  void changesLeaveInTheOrderOfTheCommits() {
    var left = new LinkedBlockingQueue<RecordChange<?>>();
    var order = new CommitOrder(left::add);
    var first = new CommitOrder.Batch();
    var second = new CommitOrder.Batch();
    var failed = new CommitOrder.Batch();
    List.of(first, failed, second).forEach(order::commits);

    second.add(change("second"));
    order.isOver(second);
    assertThat(left).isEmpty();
    order.isOver(failed);
    first.add(change("first"));
    order.isOver(first);

    assertThat(left).extracting(RecordChange::action).containsExactly("first", "second");
  }

  private static RecordChange<Deal> change(String action) {
    var at = Deal.named("x").createdAt();
    return new RecordChange<>(Deal.TYPE, UUID.randomUUID(), action, null, null, null, at);
  }

  /** Ignores interrupts, as the worst of listeners would. */
  private static void waitFor(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  private void listen(String name, RecordListener listener) {
    it.listeners.add(listener, Map.of("component.name", name));
  }

  private void create(int count) {
    IntStream.range(0, count)
        .mapToObj(number -> Deal.named("deal " + number))
        .forEach(deal -> it.asUser(() -> it.journal.created(Deal.TYPE, deal, Entry.of("created"))));
  }

  private void hear(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      assertThat(next().after()).hasFieldOrPropertyWithValue("name", "deal " + i);
    }
  }

  private RecordChange<?> next() throws InterruptedException {
    var change = heard.poll(20, TimeUnit.SECONDS);
    assertThat(change).as("a change within 20 s").isNotNull();
    return change;
  }

  private Health awaitTrouble() {
    var trouble = it.listeners.check();
    while (trouble.isEmpty()) {
      Thread.onSpinWait();
      trouble = it.listeners.check();
    }
    return trouble.get(0);
  }

  private boolean awaitNoTrouble() {
    while (!it.listeners.check().isEmpty()) {
      Thread.onSpinWait();
    }
    return true;
  }
}
