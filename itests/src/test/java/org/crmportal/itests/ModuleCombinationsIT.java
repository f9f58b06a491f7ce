package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

/** Every combination of modules that the features allow works, and says what is not there. */
class ModuleCombinationsIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final ModuleSets sets = ModuleSets.ofTheDistribution();

  @Test
  void everyCombinationIsReachedWhileTheNodeRuns() {
    assertThat(sets.all()).hasSizeGreaterThan(3);
    try (var server = CrmNode.fresh().start()) {
      var written = new Written(server.admin());
      var combinations = new ArrayList<>(sets.all());
      combinations.addAll(sets.all());
      for (var combination : combinations) {
        become(server, combination);
        check(server, combination);
        written.check(server.admin(), combination);
      }
      assertThat(server.log()).doesNotContain(" ERROR ");
    }
  }

  @Test
  void everyPairOfModulesBoots() throws Exception {
    var first = CrmNode.fresh();
    try (var database = PostgresServer.start(first.folder().resolve("external"))) {
      for (var combination : sets.pairwise()) {
        var node = CrmNode.fresh().on(database);
        try (var server = node.with("CRM_MODULES", String.join(",", combination)).start()) {
          check(server, combination);
        }
      }
    }
  }

  private void become(CrmServer server, NavigableSet<String> combination) {
    var last = new ArrayList<>(sets.modules());
    Collections.reverse(last);
    for (var module : last) {
      if (!combination.contains(module) && runs(server, module)) {
        var removed = server.admin().delete("/modules/" + module);
        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
      }
    }
    for (var module : combination) {
      var installed = server.admin().post("/modules", Map.of("name", module));
      assertThat(installed.status()).as(installed.toString()).isIn(200, 201);
      assertThat(installed.json().get("waiting")).isEmpty();
    }
  }

  private static boolean runs(CrmServer server, String module) {
    return state(server, module).equals("running");
  }

  private static String state(CrmServer server, String module) {
    return server.admin().get("/modules/" + module).text("state");
  }

  private void check(CrmServer server, Set<String> combination) {
    // The report is kept for half a second.
    Wait.until("health of " + combination, SOON, () -> healthy(server, combination));
    var described = texts(server.api().get("/openapi.json").json().get("paths").fieldNames());
    var grantable = server.admin().get("/permissions").body();
    for (var module : sets.modules()) {
      boolean there = combination.contains(module);
      assertThat(state(server, module)).isEqualTo(there ? "running" : "available");
      for (var path : sets.paths(module)) {
        assertThat(described.stream().anyMatch(each -> below(each, path)))
            .as(path + " of " + combination)
            .isEqualTo(there);
        serves(server.admin().get(path), module, there);
        assertThat(module.equals("auth") || !there || grantable.contains(path.substring(1)))
            .as("permissions of " + path)
            .isTrue();
      }
    }
  }

  private boolean healthy(CrmServer server, Set<String> combination) {
    var ready = server.api().get("/health/ready");
    return ready.status() == 200
        && sets.modules().stream()
            .allMatch(
                module ->
                    ready.body().contains("module " + module + ": up")
                        == combination.contains(module));
  }

  private static boolean below(String path, String claimed) {
    return path.replace("/api/v1", "").equals(claimed)
        || path.replace("/api/v1", "").startsWith(claimed + "/");
  }

  private static void serves(Answer answer, String module, boolean there) {
    if (there) {
      assertThat(answer.status()).as(answer.toString()).isLessThan(500);
      assertThat(answer.body()).doesNotContain("is not installed");
    } else {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
      assertThat(answer.text("module")).isEqualTo(module);
    }
  }

  private static List<String> texts(Iterator<String> names) {
    var list = new ArrayList<String>();
    names.forEachRemaining(list::add);
    return list;
  }

  /** Records of before, which come back with their module. */
  private record Written(String lead, String client) {

    Written(Api admin) {
      this(
          id(Fixture.created(admin, "/leads", Fixture.lead())),
          id(
              Fixture.created(
                  admin, "/clients", Map.of("company_name", Fixture.unique("Company ")))));
    }

    private static String id(JsonNode record) {
      return record.get("id").asText();
    }

    void check(Api admin, Set<String> combination) {
      if (combination.contains("clients")) {
        assertThat(admin.get("/clients/" + client).status()).isEqualTo(200);
      }
      if (combination.contains("leads")) {
        assertThat(admin.get("/leads/" + lead).text("status")).isEqualTo("new");
        converts(admin, combination.contains("clients"));
      }
    }

    private static void converts(Api admin, boolean clients) {
      var fresh = "/leads/" + id(Fixture.created(admin, "/leads", Fixture.lead()));
      var converted = admin.post(fresh + "/convert", Map.of());
      assertThat(converted.status()).as(converted.toString()).isEqualTo(clients ? 201 : 503);
      if (!clients) {
        assertThat(converted.text("module")).isEqualTo("clients");
        assertThat(admin.get(fresh).text("status")).isEqualTo("new");
      }
    }
  }
}
