package org.crmportal.portal.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Board;
import org.crmportal.platform.portal.Card;
import org.crmportal.platform.portal.ColumnKind;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.RecordPageBuilder;
import org.crmportal.platform.portal.Tone;
import org.crmportal.platform.portal.WebComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user is told of what runs and of what they may do, in their language. */
class DescriptionTest {

  @TempDir private Path folder;
  private Modules modules;

  @BeforeEach
  void bundles() {
    modules =
        new Modules(folder)
            .file("portal", "OSGI-INF/l10n/portal.properties", "column.created_at = Created")
            .file("portal", "OSGI-INF/l10n/portal_de.properties", "column.created_at = Erstellt am")
            .file(
                "notes",
                "OSGI-INF/l10n/portal.properties",
                "note = Note\nnote.plural = Notes\nnote.title.help = In a few words\n"
                    + "note.action.shout.confirm = Really?\nnote.mood.glad = Glad")
            .file(
                "notes",
                "OSGI-INF/l10n/portal_de.properties",
                "note = Notiz\nnote.plural = Notizen\nnote.mood.glad = Fröhlich")
            .file("notes", "portal/index.js", "export {}");
  }

  private static RecordPageBuilder notes() {
    return RecordPage.of(Note.TYPE).in(Group.SALES, 10).list("title", "mood");
  }

  private PageView page(RecordPageBuilder page) {
    return Modules.describe(modules.source("notes", page.build())).pages().get(0);
  }

  private ColumnView column(RecordPageBuilder page, String name) {
    return page(page).columns().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheRecordTypeSaysIsNotSaidAgain() {
    var page = page(notes());

    assertThat(page.name()).isEqualTo("note");
    assertThat(page.path()).isEqualTo("notes");
    assertThat(page.title()).containsExactly("title");
    assertThat(page.status()).isEqualTo("mood");
    assertThat(page.softDelete()).isTrue();
    assertThat(page.versioned()).isTrue();
    assertThat(page.searchable()).isTrue();
    assertThat(page.list().sort()).isEqualTo("-created_at");
    assertThat(page.columns()).hasSameSizeAs(Note.TYPE.columns().keySet());
  }

  @Test
  void columnsAreShownAsTheirTypesSay() {
    assertThat(column(notes(), "title").kind()).isEqualTo(ColumnKind.TEXT);
    assertThat(column(notes(), "body").kind()).isEqualTo(ColumnKind.LONG_TEXT);
    assertThat(column(notes(), "email").kind()).isEqualTo(ColumnKind.EMAIL);
    assertThat(column(notes(), "phone").kind()).isEqualTo(ColumnKind.PHONE);
    assertThat(column(notes(), "price").kind()).isEqualTo(ColumnKind.DECIMAL);
    assertThat(column(notes(), "likes").kind()).isEqualTo(ColumnKind.INTEGER);
    assertThat(column(notes(), "due").kind()).isEqualTo(ColumnKind.DATE);
    assertThat(column(notes(), "created_at").kind()).isEqualTo(ColumnKind.TIMESTAMP);
    assertThat(column(notes(), "metadata").kind()).isEqualTo(ColumnKind.JSON);
    assertThat(column(notes(), "assigned_to").refersTo()).isEqualTo("user");
    assertThat(column(notes().refers("parent_id", "note"), "parent_id").refersTo())
        .isEqualTo("note");
    assertThat(column(notes().kind(ColumnKind.MONEY, "price"), "price").kind())
        .isEqualTo(ColumnKind.MONEY);
  }

  @Test
  void aColumnSaysWhatMayBeTyped() {
    assertThat(column(notes(), "title").required()).isTrue();
    assertThat(column(notes(), "title").maxLength()).isEqualTo(100);
    assertThat(column(notes(), "title").help()).isEqualTo("In a few words");
    assertThat(column(notes(), "likes").settable()).isFalse();
    assertThat(column(notes().tone("mood", Tone.DANGER, "sad"), "mood").values())
        .containsExactly(
            new ColumnView.Choice("glad", "Glad", null),
            new ColumnView.Choice("sad", "Sad", Tone.DANGER));
  }

  @Test
  void textsAreInTheLanguageOfTheUser() {
    var page = notes().build();
    var german =
        Modules.describe("de", Reader.who("notes:read"), modules.source("notes", page))
            .pages()
            .get(0);

    assertThat(german.plural()).isEqualTo("Notizen");
    assertThat(german.columns()).extracting(ColumnView::label).contains("Erstellt am", "Title");
    assertThat(page(notes()).plural()).isEqualTo("Notes");
  }

  @Test
  void onlyWhatMayBeDoneIsOffered() {
    var page =
        notes()
            .action(Action.of("shout", "bell").confirmed().forMany().when("mood", "sad"))
            .build();
    var reader =
        Modules.describe("en", Reader.who("notes:read_own"), modules.source("notes", page));
    var shouter =
        Modules.describe(
            "en", Reader.who("notes:read", "notes:shout"), modules.source("notes", page));

    assertThat(reader.pages().get(0).actions()).isEmpty();
    assertThat(reader.pages().get(0).can()).containsEntry("shout", false);
    var action = shouter.pages().get(0).actions().get(0);
    assertThat(action.path()).isEqualTo("notes/{id}/shout");
    assertThat(action.bulkPath()).isEqualTo("notes/bulk/shout");
    assertThat(action.confirm()).isEqualTo("Really?");
    assertThat(action.when()).containsEntry("mood", List.of("sad"));
    assertThat(reader.version()).isNotEqualTo(shouter.version());
  }

  @Test
  void whoMayReadNothingSeesNoPage() {
    PortalPart[] parts = {
      notes().build(),
      Card.number("all", "note", ""),
      Menu.of("rules", "rules", "crm-rules").needs("roles:read"),
      WebComponent.of("crm-note").on("note", WebComponent.Slot.TAB, 1)
    };
    var nothing = Modules.describe("en", Reader.who(), modules.source("notes", parts));

    assertThat(nothing.pages()).isEmpty();
    assertThat(nothing.cards()).isEmpty();
    assertThat(nothing.menus()).isEmpty();
    assertThat(nothing.components()).isEmpty();
  }

  @Test
  void aComponentHasAnAddressThatChangesWithIt() {
    var before = component();
    modules.file("notes", "portal/index.js", "export const changed = 1");

    assertThat(before).startsWith("/portal/modules/crm-notes/index.js?v=");
    assertThat(component()).isNotEqualTo(before);
  }

  private String component() {
    return Modules.describe(modules.source("notes", WebComponent.of("crm-note")))
        .components()
        .get(0)
        .module();
  }

  @Test
  void theSameThingsHaveTheSameVersion() {
    var page = notes().board(Board.by("mood").sum("price")).build();

    assertThat(Modules.describe(modules.source("notes", page)).version())
        .isEqualTo(Modules.describe(modules.source("notes", page)).version());
  }
}
