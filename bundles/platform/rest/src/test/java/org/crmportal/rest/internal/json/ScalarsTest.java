package org.crmportal.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** JSON values without parts. */
class ScalarsTest {

  @Test
  void aWholeNumberFitsItsTypeToTheLastOne() throws Scalars.Refused {
    assertThat(Scalars.read(LongNode.valueOf(Integer.MAX_VALUE), int.class))
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(Scalars.read(LongNode.valueOf(Short.MIN_VALUE), Short.class))
        .isEqualTo(Short.MIN_VALUE);
    assertRefused("out_of_range", () -> Scalars.read(LongNode.valueOf(1L << 31), int.class));
    assertRefused("out_of_range", () -> Scalars.read(LongNode.valueOf(1L << 15), Short.class));
    var tooLong = BigIntegerNode.valueOf(BigInteger.ONE.shiftLeft(63));
    assertRefused("out_of_range", () -> Scalars.read(tooLong, long.class));
  }

  @Test
  void aTextIsNoNumberExceptForADecimal() throws Scalars.Refused {
    assertRefused("wrong_type", () -> Scalars.read(TextNode.valueOf("1"), int.class));
    assertThat(Scalars.read(TextNode.valueOf("1.50"), BigDecimal.class))
        .isEqualTo(new BigDecimal("1.50"));
  }

  @Test
  void aDecimalHasASensibleSize() {
    assertRefused("out_of_range", () -> Scalars.parameter("1e101", BigDecimal.class));
    assertRefused("wrong_type", () -> Scalars.parameter("1e1000", BigDecimal.class));
    assertRefused("wrong_type", () -> Scalars.parameter("NaN", BigDecimal.class));
  }

  @Test
  void aUuidIsWrittenInFull() throws Scalars.Refused {
    var id = "0190a5f2-7c3e-7d41-9f00-0123456789ab";
    assertThat(Scalars.parameter(id, UUID.class)).isEqualTo(UUID.fromString(id));
    assertRefused("wrong_type", () -> Scalars.parameter("1-1-1-1-1", UUID.class));
  }

  @Test
  void aParameterIsTrueOrFalseAndNothingElse() throws Scalars.Refused {
    assertThat(Scalars.parameter("false", Boolean.class)).isEqualTo(false);
    assertRefused("wrong_type", () -> Scalars.parameter("TRUE", Boolean.class));
  }

  @Test
  void aTextThatCannotBeStoredIsRefused() {
    assertRefused("bad_character", () -> Scalars.parameter("a\0b", String.class));
    assertRefused("bad_character", () -> Scalars.parameter("a\ud800b", String.class));
  }

  private static void assertRefused(String code, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(Scalars.Refused.class)
        .extracting("code")
        .isEqualTo(code);
  }
}
