package org.crmportal.migration.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crmportal.migration.FolderStatus;
import org.crmportal.migration.FolderStatus.State;
import org.crmportal.migration.MigrationException;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldersTest {

  private static final String GOOD =
      """
      --liquibase formatted sql
      --changeset test:%1$s
      CREATE TABLE %1$s (id INTEGER PRIMARY KEY);
      --rollback DROP TABLE %1$s;
      """;
  private static final String MORE =
      """

      --changeset test:%1$s-more
      ALTER TABLE %1$s ADD COLUMN name TEXT;
      --rollback ALTER TABLE %1$s DROP COLUMN name;
      """;
  private static final String REFERS =
      """
      --liquibase formatted sql
      --changeset test:%1$s
      CREATE TABLE %1$s (id INTEGER PRIMARY KEY REFERENCES %2$s(id));
      --rollback DROP TABLE %1$s;
      """;

  private final Set<String> open = new TreeSet<>();
  private TestDatabase database;
  private Folders folders;

  @BeforeEach
  void create() {
    database = TestDatabase.empty();
    folders = newNode();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void foldersOpenInTheOrderThatTheyNeed() {
    folders.offer(
        "core",
        List.of(
            changelog("second", REFERS.formatted("second", "first"), "first"),
            changelog("first", GOOD.formatted("first"))));

    assertThat(open).containsExactly("first", "second");
    assertThat(states())
        .containsOnly(Map.entry("first", State.READY), Map.entry("second", State.READY));
  }

  @Test
  void oneThatFailsHoldsUpOnlyWhatComesAfterIt() {
    folders.offer(
        "core",
        List.of(
            changelog("bad", REFERS.formatted("bad", "nothing")),
            changelog("after", GOOD.formatted("after"), "bad"),
            changelog("good", GOOD.formatted("good"))));

    assertThat(open).containsExactly("good");
    assertThat(status("bad").state()).isEqualTo(State.FAILED);
    assertThat(status("bad").cause()).contains("bad", "relation \"nothing\" does not exist");
    assertThat(status("after").state()).isEqualTo(State.WAITING);
    assertThat(status("after").cause()).isEqualTo("waits for bad");
    assertThatThrownBy(() -> folders.migrate("after"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("waits for bad");
  }

  @Test
  void oneThatFailedIsTriedAgainAndLetsItsSuccessorsIn() {
    folders.offer(
        "core",
        List.of(
            changelog("bad", REFERS.formatted("bad", "nothing")),
            changelog("after", GOOD.formatted("after"), "bad")));
    assertThatThrownBy(() -> folders.migrate("bad")).isInstanceOf(MigrationException.class);

    database.execute("CREATE TABLE nothing (id INTEGER PRIMARY KEY)");
    folders.migrate("bad");

    assertThat(open).containsExactly("after", "bad");
  }

  @Test
  void anExtensionWaitsForTheBundleThatItNeeds() {
    folders.offer("extension", List.of(changelog("extra", GOOD.formatted("extra"), "first")));
    assertThat(open).isEmpty();

    folders.offer("core", List.of(changelog("first", GOOD.formatted("first"))));

    assertThat(open).containsExactly("extra", "first");
  }

  @Test
  void anUpdateMigratesAndRestartsNothing() {
    folders.offer("core", List.of(changelog("first", GOOD.formatted("first"))));
    open.clear();

    folders.offer("core", List.of(changelog("first", (GOOD + MORE).formatted("first"))));

    assertThat(status("first").applied()).isEqualTo(2);
    database.execute("INSERT INTO first (id, name) VALUES (1, 'x')");
  }

  @Test
  void aChangeThatWasMadeIsNotEdited() {
    folders.offer("core", List.of(changelog("first", GOOD.formatted("first"))));

    newNode().offer("core", List.of(changelog("first", GOOD.formatted("first"))));
    folders.offer(
        "core", List.of(changelog("first", GOOD.formatted("first").replace("INTEGER", "TEXT"))));

    assertThat(status("first").state()).isEqualTo(State.FAILED);
    assertThat(status("first").cause()).contains("db/first/001.sql::first::test");
    assertThat(open).containsExactly("first");
  }

  @Test
  void changesAreTakenBackAndMadeAgain() {
    folders.offer("core", List.of(changelog("first", (GOOD + MORE).formatted("first"))));

    folders.rollback("first", 1);
    assertThat(open).isEmpty();
    assertThat(status("first").state()).isEqualTo(State.ROLLED_BACK);
    assertThat(status("first").applied()).isEqualTo(1);

    folders.migrate("first");
    assertThat(open).containsExactly("first");
    assertThat(status("first").applied()).isEqualTo(2);
  }

  @Test
  void whatAnotherFolderStandsOnIsNotTakenBack() {
    folders.offer(
        "core",
        List.of(
            changelog("first", GOOD.formatted("first")),
            changelog("second", REFERS.formatted("second", "first"), "first")));

    assertThatThrownBy(() -> folders.rollback("first", 1))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("other objects depend on it");
    assertThat(status("first").state()).isEqualTo(State.FAILED);
    folders.migrate("first");
    assertThat(status("first").state()).isEqualTo(State.READY);
  }

  @Test
  void aFolderBelongsToTheBundleThatBroughtItFirst() {
    folders.offer("core", List.of(changelog("first", GOOD.formatted("first"))));

    folders.offer("thief", List.of(changelog("first", (GOOD + MORE).formatted("first"))));

    assertThat(status("first").bundle()).isEqualTo("core");
    assertThat(status("first").applied()).isEqualTo(1);
  }

  @Test
  void whatIsUninstalledIsShutAndKeepsItsTables() {
    folders.offer("core", List.of(changelog("first", GOOD.formatted("first"))));

    folders.withdraw("core");

    assertThat(open).isEmpty();
    assertThat(folders.status()).isEmpty();
    database.execute("INSERT INTO first (id) VALUES (1)");
  }

  @Test
  void anUnknownFolderAndACountOfNothingAreRefused() {
    assertThatThrownBy(() -> folders.migrate("nobody"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> folders.rollback("nobody", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Folders newNode() {
    return new Folders(
        new ChangelogRunner(database.dataSource()),
        new Folders.Gate() {
          @Override
          public void open(String folder) {
            open.add(folder);
          }

          @Override
          public void close(String folder) {
            open.remove(folder);
          }
        });
  }

  private static Changelog changelog(String folder, String sql, String... after) {
    var files = new TreeMap<String, byte[]>();
    files.put("db/" + folder + "/001.sql", sql.getBytes(UTF_8));
    return new Changelog(folder, List.of(after), files);
  }

  private FolderStatus status(String folder) {
    return folders.status().stream()
        .filter(s -> s.folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, State> states() {
    return folders.status().stream()
        .collect(Collectors.toMap(FolderStatus::folder, FolderStatus::state));
  }
}
