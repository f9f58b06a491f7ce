package org.crmportal.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.Usage;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  private static final Usage USAGE =
      Usage.of("try", "Tries")
          .argument("what", "something")
          .optional("count", "how often")
          .option("to", "where")
          .flag("fast", "soon")
          .destructive();
  private static final Usage LIST =
      Usage.of("list", "Lists").argument("records", "which").pairs("field", "filters");

  @Test
  void argumentsHaveTheirPlacesWhereverTheOptionsStand() {
    var line = read("--to", "here", "leads", "--fast", "3", "--dry-run");

    assertThat(line.value("what")).isEqualTo("leads");
    assertThat(line.value("count")).isEqualTo("3");
    assertThat(line.value("to")).isEqualTo("here");
    assertThat(line.has("fast")).isTrue();
    assertThat(line.has("dry-run")).isTrue();
    assertThat(line.has("yes")).isFalse();
  }

  @Test
  void anOptionTakesItsValueAlsoAfterAnEqualsSign() {
    assertThat(read("x", "--to=a=b").value("to")).isEqualTo("a=b");
  }

  @Test
  void afterTwoHyphensEverythingIsAnArgument() {
    assertThat(read("--", "--fast").value("what")).isEqualTo("--fast");
  }

  @Test
  void pairsAreCollectedLikeQueryParameters() {
    var line = CommandLine.read(LIST, List.of("leads", "status=new", "status=lost", "q=a=b"));

    assertThat(line.pairs())
        .containsEntry("status", List.of("new", "lost"))
        .containsEntry("q", List.of("a=b"));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertRefused("<what> is missing");
    assertRefused("there is no option --slow", "x", "--slow");
    assertRefused("--to needs a value", "x", "--to");
    assertRefused("--fast takes no value", "x", "--fast=1");
    assertRefused("z is too much", "x", "2", "z");
    assertThatThrownBy(() -> CommandLine.read(LIST, List.of("leads", "new")))
        .hasMessageContaining("new is not name=value");
  }

  @Test
  void helpNeedsNothingElse() {
    assertThat(read("--help").has("help")).isTrue();
  }

  @Test
  void helpNamesEveryPart() {
    assertThat(Help.of(USAGE.needs("leads:convert")))
        .contains("crm:try - Tries", "crm:try <what> [count] [options]", "--to <value>", "--fast")
        .contains("--yes", "--dry-run", "--as <value>", "--json", "the permission leads:convert");
    assertThat(Help.of(LIST)).contains("[field=…]...").doesNotContain("--yes", "--dry-run");
  }

  private static CommandLine read(String... words) {
    return CommandLine.read(USAGE, List.of(words));
  }

  private static void assertRefused(String sentence, String... words) {
    assertThatThrownBy(() -> read(words))
        .isInstanceOf(CrmException.class)
        .hasMessage(sentence + "; see crm:try --help");
  }
}
