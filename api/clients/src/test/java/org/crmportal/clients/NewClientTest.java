package org.crmportal.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewClientTest {

  @Test
  void aNameIsEnough() {
    var client = client("Acme", null, null);

    assertThat(client.status()).isEqualTo(ClientStatus.ACTIVE);
    assertThat(client.metadata()).isEmpty();
  }

  @Test
  void textIsKeptWithoutTheSpaceAroundItAndAmountsWithTwoDecimals() {
    var client = client("  Acme ", " ", new BigDecimal("12.5"));

    assertThat(client.companyName()).isEqualTo("Acme");
    assertThat(client.primaryContactEmail()).isNull();
    assertThat(client.creditLimit()).isEqualTo(new BigDecimal("12.50"));
  }

  @Test
  void everyViolationIsFoundAtOnce() {
    assertThat(refused(() -> client("", "nobody", new BigDecimal("-1"))))
        .containsExactly("company_name", "primary_contact_email", "credit_limit");
    assertThat(refused(() -> client("x".repeat(256), null, new BigDecimal("1.234"))))
        .containsExactly("company_name", "credit_limit");
    assertThat(refused(() -> client("A\0", null, new BigDecimal("10000000000"))))
        .containsExactly("company_name", "credit_limit");
  }

  @Test
  void aContactIsKnownBySomething() {
    var client = UUID.randomUUID();

    assertThat(new NewContact(client, null, null, " 555 ", null, false).phone()).isEqualTo("555");
    assertThat(refused(() -> new NewContact(client, " ", "", null, "Boss", false)))
        .containsExactly("name");
    assertThat(refused(() -> new NewContact(client, "Ada", "a@b", null, null, false)))
        .containsExactly("email");
  }

  @Test
  void theRecordTypesNameTheirColumns() {
    assertThat(Client.TYPE.columns()).containsKeys("company_name", "last_contact_at", "version");
    assertThat(Client.TYPE.column("credit_limit").settable()).isTrue();
    assertThat(Client.TYPE.column("created_at").settable()).isFalse();
    assertThat(Contact.TYPE.parent().orElseThrow().type()).isEqualTo("client");
  }

  private static NewClient client(
      String name, @Nullable String email, @Nullable BigDecimal creditLimit) {
    return new NewClient(
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        email,
        null,
        null,
        null,
        null,
        creditLimit,
        null,
        null);
  }

  private static List<String> refused(Runnable draft) {
    return catchThrowableOfType(CrmException.class, draft::run).violations().stream()
        .map(Violation::field)
        .toList();
  }
}
