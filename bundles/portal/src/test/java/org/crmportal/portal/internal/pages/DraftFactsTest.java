package org.crmportal.portal.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.crmportal.platform.record.NoDraft;
import org.junit.jupiter.api.Test;

/** What a form has to know is asked of the draft's own checks. */
class DraftFactsTest {

  private final DraftFacts facts = new DraftFacts(Note.Draft.class);

  @Test
  void whatMayNotBeMissingIsRequired() {
    assertThat(facts.required("title")).isTrue();
    assertThat(facts.required("mood")).isFalse();
    assertThat(facts.required("body")).isFalse();
  }

  @Test
  void aTextSaysHowLongItMayBe() {
    assertThat(facts.length("title")).isEqualTo(100);
    assertThat(facts.length("body")).isEqualTo(10_000);
    assertThat(facts.length("email")).isEqualTo(255);
    assertThat(facts.length("phone")).isNull();
    assertThat(facts.length("price")).isNull();
  }

  @Test
  void anAddressIsKnownByItsCheck() {
    assertThat(facts.email("email")).isTrue();
    assertThat(facts.email("title")).isFalse();
  }

  @Test
  void aDraftWithoutFieldsHasNoFacts() {
    assertThat(new DraftFacts(NoDraft.class).required("title")).isFalse();
  }
}
