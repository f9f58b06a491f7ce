package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.crmportal.platform.CrmException;
import org.crmportal.testunits.TestUnits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {

  private final TestUnits units = new TestUnits();
  private final Passwords passwords = new Passwords();

  @AfterEach
  void close() {
    units.close();
  }

  @Test
  void aGeneratedPasswordIsShownOnceAndMustBeChanged() {
    var first = start("", "");

    assertThat(first.text()).matches("administrator: admin@crm\\.local\npassword: \\w{20}");
    assertThat(first.text()).isEqualTo("administrator: admin@crm.local");
    assertThat(units.ask("select password_change_required from users")).isEqualTo("t");
  }

  @Test
  void aGivenPasswordIsNeitherShownNorToBeChanged() {
    var first = start("Boss@Example.org", "secret");

    assertThat(first.text()).isEqualTo("administrator: boss@example.org");
    assertThat(units.ask("select password_change_required from users")).isEqualTo("f");
    assertThat(passwords.matches("secret", units.ask("select password_hash from users"))).isTrue();
  }

  @Test
  void aLaterStartChangesNothing() {
    start("boss@example.org", "secret");

    assertThat(start("other@example.org", "other").text())
        .isEqualTo("administrator: boss@example.org");
    assertThat(units.ask("select count(*) from users")).isEqualTo("1");
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(() -> start("boss", "secret")).isInstanceOf(CrmException.class);
    assertThat(units.ask("select count(*) from users")).isEqualTo("0");
  }

  @Test
  void nodesThatStartAtOnceMakeOneAdministrator() throws Exception {
    var threads = Executors.newFixedThreadPool(3);
    try {
      var nodes =
          threads.invokeAll(
              IntStream.range(0, 3)
                  .<Callable<String>>mapToObj(i -> () -> start("", "").text())
                  .toList());
      int shown = 0;
      for (var each : nodes) {
        shown += each.get().contains("password: ") ? 1 : 0;
      }
      assertThat(shown).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
    assertThat(units.ask("select count(*) from users")).isEqualTo("1");
  }

  @Test
  void allNodesSignWithOneKey() {
    var token = new SigningKey(units.transactions(), "").tokens();
    var other = new SigningKey(units.transactions(), "").tokens();
    var id = java.util.UUID.randomUUID();

    assertThat(other.verify(token.issue(id, id))).isPresent();
    assertThat(units.ask("select count(*) from auth_keys")).isEqualTo("1");
  }

  private FirstAdministrator start(String email, String password) {
    return new FirstAdministrator(
        units.transactions(), units.callers(), units.journal(), passwords, email, password);
  }
}
