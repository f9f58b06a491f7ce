package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.Outcomes.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.CrmException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of records whose owner leaves. */
class SuccessionTest {

  private static Deals deals;
  private static AuthFixture auth;

  @BeforeAll
  static void open() {
    deals = new Deals();
    auth = deals.auth;
  }

  @AfterAll
  static void close() {
    deals.close();
  }

  @Test
  void whoOwnsLiveRecordsIsNotDeletedWithoutASuccessor() {
    var ann = auth.make("ann", deals.dealers);
    deals.deal(ann, null, false);
    deals.deal(ann, ann, false);
    deals.deal(ann, null, true);
    deals.deal(null, ann, false);
    deals.deal(auth.admin, ann, false);

    var failure =
        assertRefused(
            Reason.CONFLICT, () -> auth.run(auth.admin(), () -> auth.node.users.delete(ann, null)));

    assertThat(failure.details()).containsEntry("dependants", Map.of("deals", 3L));
    assertThat(auth.as(auth.admin(), () -> auth.node.users.get(ann)).deletedAt()).isNull();
  }

  @Test
  void aSuccessorGetsEverythingInOneTransactionAndItIsTold() {
    var bob = auth.make("bob", deals.dealers);
    var cid = auth.make("cid", deals.dealers);
    var assigned = deals.deal(bob, auth.admin, false);
    var created = deals.deal(null, bob, false);
    var others = deals.deal(auth.admin, bob, false);

    auth.run(auth.admin(), () -> auth.node.users.delete(bob, null, cid));

    assertThat(deals.read(assigned).assignedTo()).isEqualTo(cid);
    assertThat(deals.read(assigned).version()).isEqualTo(1);
    assertThat(deals.read(created).assignedTo()).isEqualTo(cid);
    assertThat(deals.read(created).createdBy()).isEqualTo(bob);
    assertThat(deals.read(others).assignedTo()).isEqualTo(auth.admin);
    assertThat(
            auth.units.ask(
                "select string_agg(resource_id::text, ' ') from audit_logs"
                    + " where action = 'reassigned'"))
        .contains(assigned.toString(), created.toString());
  }

  @Test
  void aSuccessorIsAnotherActiveUser() {
    var dan = auth.make("dan", deals.dealers);

    for (var successor : List.of(dan, UUID.randomUUID())) {
      assertRefused(
          Reason.INVALID,
          () -> auth.run(auth.admin(), () -> auth.node.users.delete(dan, null, successor)));
    }
  }
}
