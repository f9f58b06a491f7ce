package org.crmportal.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crmportal.clients.Client;
import org.crmportal.platform.CrmException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class DuplicateRaceTest {

  private final Office office = new Office();

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void ofTwentyWhoTryAtOnceOneSucceeds() throws InterruptedException {
    var attempts = new ArrayList<Callable<Client>>();
    for (int i = 0; i < 20; i++) {
      var draft = Office.known("Hops " + i, null, "office@hops.example", "+49 40 99" + i + "000");
      attempts.add(() -> office.add(draft));
    }
    var threads = Executors.newFixedThreadPool(20);
    try {
      var kinds = threads.invokeAll(attempts).stream().map(DuplicateRaceTest::outcome).toList();

      assertThat(kinds).filteredOn("created"::equals).hasSize(1);
      assertThat(kinds).filteredOn("duplicate"::equals).hasSize(19);
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            office.units.ask(
                "select count(*) from clients where primary_contact_email = 'office@hops.example'"))
        .isEqualTo("1");
  }

  private static String outcome(Future<Client> attempt) {
    try {
      attempt.get();
      return "created";
    } catch (ExecutionException e) {
      return e.getCause() instanceof CrmException refused ? refused.kind() : e.toString();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
