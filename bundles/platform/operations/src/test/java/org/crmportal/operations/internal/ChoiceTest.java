package org.crmportal.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceTest {

  @TempDir Path folder;

  private Path modules;
  private Path build;

  @BeforeEach
  void aNodeThatRuns() throws IOException {
    modules = Files.writeString(folder.resolve("modules"), "auth,leads\n");
    build = Files.writeString(folder.resolve("build"), "abc\n");
  }

  @Test
  void theNewChoiceIsKept() throws Exception {
    new Choice(folder).change(List.of("clients", "auth"), () -> {});

    assertThat(modules).hasContent("auth,clients");
    assertThat(build).hasContent("abc");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void whoDiesMeanwhileMakesItsContainerOfTheNewChoice() throws Exception {
    new Choice(folder)
        .change(
            List.of("auth"),
            () -> {
              assertThat(modules).hasContent("auth");
              assertThat(build).doesNotExist();
            });
  }

  @Test
  void whatFailedIsMadeAnewOfTheOldChoice() {
    assertThatThrownBy(
            () ->
                new Choice(folder)
                    .change(
                        List.of("auth"),
                        () -> {
                          throw new IOException("no space left");
                        }))
        .hasMessage("no space left");

    assertThat(modules).hasContent("auth,leads");
    assertThat(build).doesNotExist();
  }
}
