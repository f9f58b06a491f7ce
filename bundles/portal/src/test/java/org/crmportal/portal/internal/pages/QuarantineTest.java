package org.crmportal.portal.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Board;
import org.crmportal.platform.portal.Card;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.RecordPageBuilder;
import org.crmportal.platform.portal.Tone;
import org.crmportal.platform.portal.WebComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A part that is wrong harms no other, and is named. */
class QuarantineTest {

  @TempDir private Path folder;

  private Modules modules() {
    return new Modules(folder);
  }

  static List<RecordPageBuilder> wrong() {
    return List.of(
        page().list("title", "no_such"),
        page().sort("-no_such"),
        page().filters("no_such"),
        page().editable("likes"),
        page().section("one", "no_such"),
        page().refers("no_such", "user"),
        page().tone("mood", Tone.INFO, "no_such"),
        page().tone("title", Tone.INFO, "glad"),
        page().board(Board.by("title")),
        page().board(Board.by("mood").values("no_such")),
        page().board(Board.by("mood").sum("title")),
        page().board(Board.by("mood").card("no_such")),
        page().action(Action.of("whisper", "bell")),
        page().action(Action.of("shout", "bell").when("no_such", "x")));
  }

  private static RecordPageBuilder page() {
    return RecordPage.of(Note.TYPE);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aPageThatNamesWhatIsNotThereIsLeftOutAlone(RecordPageBuilder wrong) {
    var menu = Menu.of("rules", "rules", "crm-rules");
    var source = modules().source("notes", wrong.build(), menu);

    assertThat(Modules.describe(source).pages()).isEmpty();
    assertThat(Modules.describe(source).menus()).hasSize(1);
    assertThat(Snapshot.of(List.of(source)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.part()).isEqualTo("page note"));
  }

  @Test
  void aModuleThatFailsHarmsNoOther() {
    var failing =
        modules()
            .source(
                "failing",
                () -> {
                  throw new IllegalStateException("no parts today");
                });
    var notes = modules().source("notes", page().build());

    assertThat(Modules.describe(failing, notes).pages()).hasSize(1);
    assertThat(Snapshot.of(List.of(failing, notes)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.cause()).contains("no parts today"));
  }

  @Test
  void theFirstOfTwoOfOneNameIsShown() {
    var first = modules().source("notes", page().icon("note").build());
    var second = modules().source("others", page().icon("bell").build());

    assertThat(Modules.describe(first, second).pages())
        .singleElement()
        .satisfies(page -> assertThat(page.icon()).isEqualTo("note"));
    assertThat(Snapshot.of(List.of(first, second)).faults()).hasSize(1);
  }

  @Test
  void aCardIsCheckedAgainstThePageOfItsRecords() {
    var source =
        modules()
            .source(
                "notes",
                page().build(),
                Card.list("right", "note", "", "title"),
                Card.list("wrong", "note", "", "no_such"),
                Card.countBy("wordy", "note", "", "mood").sum("title"),
                Card.number("absent", "lead", ""));

    assertThat(Modules.describe(source).cards()).extracting("name").containsExactly("right");
    assertThat(Snapshot.of(List.of(source)).faults()).hasSize(2);
  }

  @Test
  void aComponentWithoutItsFileIsNamed() {
    var source = modules().source("notes", WebComponent.of("crm-note"));

    assertThat(Modules.describe(source).components()).isEmpty();
    assertThat(Snapshot.of(List.of(source)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.cause()).contains("portal/index.js"));
  }
}
