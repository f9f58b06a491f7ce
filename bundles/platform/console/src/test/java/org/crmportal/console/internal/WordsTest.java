package org.crmportal.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final Words words = new Words(new Listing(), Supplier::get);

  @Test
  void anArgumentIsWhatTheCommandKnowsForItsPlace() {
    assertThat(words.candidates(List.of())).contains("leads", "users", "--to", "--json");
    assertThat(words.candidates(List.of("--json"))).contains("leads").doesNotContain("--json");
  }

  @Test
  void afterTheArgumentsTheFieldsOfWhatWasNamedFollow() {
    assertThat(words.candidates(List.of("leads"))).contains("leads.status=");
    assertThat(words.candidates(List.of("--to", "x"))).contains("leads");
    assertThat(words.candidates(List.of("leads", "status=new"))).contains("leads.status=");
  }

  @Test
  void anOptionIsFollowedByItsValuesAlone() {
    assertThat(words.candidates(List.of("leads", "--to"))).containsExactly("here");
  }

  /** A command that knows some words. */
  private static final class Listing implements ConsoleCommand {

    @Override
    public Usage usage() {
      return Usage.of("list", "Lists")
          .argument("records", "which")
          .pairs("field", "filters")
          .option("to", "where");
    }

    @Override
    public void run(ConsoleCall call) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> candidates(String parameter, List<String> before) {
      return switch (parameter) {
        case "records" -> List.of("leads", "users");
        case "field" -> List.of(before.get(0) + ".status=");
        default -> List.of("here");
      };
    }
  }
}
