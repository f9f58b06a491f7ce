package org.crmportal.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON that becomes records: strictly, and with everything that is wrong said at once. */
class DecoderTest {

  /** How a line is weighed. */
  public enum Weight {
    LIGHT,
    VERY_HEAVY
  }

  /** A part of an order. */
  public record Line(String name, int count) {}

  /** What is read. */
  public record Order(
      @Nullable Weight weight, @Nullable List<Line> lines, @Nullable Map<String, Object> extra) {}

  private final Decoder decoder = new Decoder(new Shapes());
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();

  @Test
  void partsAndListsBecomeRecords() {
    body.put("weight", "very_heavy");
    body.putArray("lines").addObject().put("name", "Bolt").put("count", 3);
    body.putObject("extra").put("colour", "red").put("size", 7);

    assertThat(decoder.read(body, Order.class))
        .isEqualTo(
            new Order(
                Weight.VERY_HEAVY,
                List.of(new Line("Bolt", 3)),
                Map.of("colour", "red", "size", 7L)));
  }

  @Test
  void everyViolationIsNamedByItsPath() {
    body.put("weight", "VERY_HEAVY").put("colour", "red");
    body.putArray("lines").addObject().put("name", "a\0b").put("count", 1.5);
    body.putObject("extra").put("note", "a\0b");

    assertRefused(
        "colour unknown",
        "weight unknown_value",
        "lines.0.name bad_character",
        "lines.0.count wrong_type",
        "extra.note bad_character");
  }

  @Test
  void aListHoldsNoNullAndANumberThatIsNotSentIsRequired() {
    body.putArray("lines").addNull().addObject().put("name", "Bolt");

    assertRefused("lines.0 required", "lines.1.count required");
  }

  @Test
  void whatIsOfAnotherKindIsRefused() {
    body.put("weight", 1).put("lines", "none").putArray("extra");

    assertRefused("weight wrong_type", "lines wrong_type", "extra wrong_type");
  }

  @Test
  void anObjectOfFreeFormHasNoMoreThan16KiB() {
    var frame = "{\"a\":\"\"}".length();
    body.putObject("extra").put("a", "x".repeat(16 * 1024 - frame));
    assertThat(decoder.read(body, Order.class)).isInstanceOf(Order.class);

    body.putObject("extra").put("a", "x".repeat(16 * 1024 - frame + 1));
    assertRefused("extra too_long");
  }

  @Test
  void whatMayNotBeNullAndHasNoDefaultIsRequired() {
    body.putArray("lines").addObject().put("count", 3);
    assertRefused("lines.0.name required");
  }

  private void assertRefused(String... violations) {
    assertThatThrownBy(() -> decoder.read(body, Order.class))
        .asInstanceOf(InstanceOfAssertFactories.type(CrmException.class))
        .extracting(CrmException::violations, InstanceOfAssertFactories.list(Violation.class))
        .extracting(each -> each.field() + " " + each.code())
        .containsExactlyInAnyOrder(violations);
  }
}
