package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crmportal.clients.Client;
import org.crmportal.clients.NewClient;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.Duplicates;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are kept together, as an import does. */
class ManyAtOnceTest {

  private final Office office = new Office();
  private final Transactions transactions = office.units.transactions();
  private final Duplicates duplicates = office.units.duplicates();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void eachHasItsContactItsAuditRowAndItsActivity() {
    office.boss(
        () ->
            transactions.required(
                () ->
                    transactions.batch(
                        () -> {
                          for (int i = 0; i < 30; i++) {
                            office.clients.create(person(i), Creation.NEW);
                          }
                          return 30;
                        })));

    for (var table : List.of("clients", "contacts")) {
      assertThat(count("select count(*) from " + table + " where version = 1")).isEqualTo(30);
    }
    assertThat(count("select count(distinct resource_id) from audit_logs where action = 'created'"))
        .isEqualTo(60);
    assertThat(
            count("select count(distinct entity_id) from activities where entity_type = 'client'"))
        .isEqualTo(30);
  }

  @Test
  void whatIsPutOffIsThereForWhoeverReads() {
    var found =
        office.boss(
            () ->
                transactions.required(
                    () ->
                        transactions.batch(
                            () -> {
                              var kept = office.clients.create(person(1), Creation.NEW);
                              var changed =
                                  office.clients.update(
                                      kept.id(), 1L, now -> Office.with(now, "industry", "Steel"));
                              assertThat(changed.version()).isEqualTo(2);
                              return office.clients.find(ListQuery.ALL).items();
                            })));

    assertThat(found).extracting(Client::industry).containsExactly("Steel");
  }

  @Test
  void nothingPutOffOutlivesAFailure() {
    office.fails(
        CrmException.Reason.CONFLICT,
        () ->
            transactions.required(
                () ->
                    transactions.batch(
                        () -> {
                          office.clients.create(person(1), Creation.NEW);
                          return office.clients.create(person(1), Creation.NEW);
                        })));

    assertThat(count("select count(*) from clients")).isZero();
    assertThat(count("select count(*) from audit_logs where resource_type = 'client'")).isZero();
  }

  @Test
  void lookingAheadRefusesWhatLookingAtEachWould() {
    office.add(Office.known("Acme", null, "Office@Acme.example", "+49 30 123456"));
    var drafts =
        List.of(
            Office.known("One", null, "office@acme.example", null),
            Office.known("Two", null, "two@acme.example", null),
            Office.known("Three", null, "TWO@acme.example", null),
            Office.known("Four", null, null, "0049 30 12 34 56"),
            Office.known("Five", null, null, "+49 40 999999"),
            Office.known("Six", null, null, "0049 40 999 999"),
            Office.known("ACME", null, null, null),
            Office.known("Two", null, null, null),
            Office.named("Eight"),
            Office.named("Eight"));

    var each = refusals(drafts, false);

    assertThat(each).containsExactly(0, 2, 3, 5, 6, 7, 9);
    assertThat(refusals(drafts, true)).isEqualTo(each);
  }

  /** Which drafts are refused, in a transaction that is undone. */
  private List<Integer> refusals(List<NewClient> drafts, boolean ahead) {
    var refused = new ArrayList<Integer>();
    try {
      office.boss(
          () ->
              transactions.required(
                  () -> {
                    if (ahead) {
                      duplicates.ahead(Client.TYPE, drafts, () -> tried(drafts, refused));
                    } else {
                      tried(drafts, refused);
                    }
                    throw new IllegalStateException("undone");
                  }));
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("undone");
    }
    return refused;
  }

  private int tried(List<NewClient> drafts, List<Integer> refused) {
    for (int i = 0; i < drafts.size(); i++) {
      var draft = drafts.get(i);
      try {
        transactions.savepoint(() -> office.clients.create(draft, Creation.NEW));
      } catch (CrmException e) {
        assertThat(e.kind()).isEqualTo("duplicate");
        refused.add(i);
      }
    }
    return drafts.size();
  }

  private static NewClient person(int i) {
    return Office.known("Company " + i, "Person " + i, "p" + i + "@example.org", null);
  }

  private long count(String sql) {
    return Long.parseLong(office.units.ask(sql));
  }
}
