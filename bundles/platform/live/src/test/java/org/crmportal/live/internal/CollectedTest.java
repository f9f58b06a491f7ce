package org.crmportal.live.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What gathers until the next time that something is told. */
class CollectedTest {

  private final Collected collected = new Collected(3);

  @Test
  void changesAreTakenOnceAndInTheirOrder() {
    var first = change("lead");
    var second = change("lead");
    collected.add(first);
    collected.add(second);

    assertThat(collected.take()).containsExactly(first, second);
    assertThat(collected.take()).isEmpty();
  }

  @Test
  void tooManyOfOneTypeAreOneNoteOfMany() {
    IntStream.range(0, 10).forEach(i -> collected.add(change("lead")));
    var other = change("client");
    collected.add(other);

    assertThat(collected.take()).containsExactly(Change.many("lead"), other);
  }

  @Test
  void afterTheyAreTakenTheyAreNamedAgain() {
    IntStream.range(0, 10).forEach(i -> collected.add(change("lead")));
    collected.take();
    var next = change("lead");
    collected.add(next);

    assertThat(collected.take()).containsExactly(next);
  }

  @Test
  void aNoteOfManyFromAnotherNodeStandsForThoseThatAreNamed() {
    collected.add(change("lead"));
    collected.add(Change.many("lead"));
    collected.add(change("lead"));

    assertThat(collected.take()).containsExactly(Change.many("lead"));
  }

  @Test
  void theSameChangeHeardTwiceIsOne() {
    var change = change("lead");
    collected.add(change);
    collected.add(change);

    assertThat(collected.take()).containsExactly(change);
  }

  static Change change(String type) {
    return new Change(type, UUID.randomUUID(), "updated", 2L, UUID.randomUUID(), Map.of());
  }
}
