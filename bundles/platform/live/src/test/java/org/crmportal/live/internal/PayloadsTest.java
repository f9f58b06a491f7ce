package org.crmportal.live.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes as the database carries them from node to node. */
class PayloadsTest {

  @Test
  void whatIsWrittenIsReadAgain() {
    var gone = Map.of("client_id", UUID.randomUUID().toString());
    var changes =
        List.of(
            CollectedTest.change("lead"),
            Change.many("client"),
            new Change("contact", UUID.randomUUID(), "deleted", null, null, gone),
            new Change("größe", UUID.randomUUID(), "status_changed", 1L << 40, null, Map.of()));

    var texts = Payloads.of(changes);

    assertThat(texts).hasSize(1);
    assertThat(Payloads.read(texts.get(0))).isEqualTo(changes);
  }

  @Test
  void noTextIsLargerThanTheDatabaseTakes() {
    var changes =
        Stream.generate(() -> CollectedTest.change("ein_schöner_typ")).limit(500).toList();

    var texts = Payloads.of(changes);

    assertThat(texts)
        .hasSizeGreaterThan(5)
        .allMatch(text -> text.getBytes(StandardCharsets.UTF_8).length < 8_000);
    assertThat(texts.stream().flatMap(text -> Payloads.read(text).stream())).isEqualTo(changes);
  }

  @Test
  void nothingIsNoText() {
    assertThat(Payloads.of(List.of())).isEmpty();
  }

  @Test
  void whatIsNoListOfChangesIsRefused() {
    for (var text :
        List.of("", "{}", "[1]", "[[\"lead\"]]", "[[\"lead\",\"x\",\"a\",1,null,{}]]")) {
      assertThatThrownBy(() -> Payloads.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
