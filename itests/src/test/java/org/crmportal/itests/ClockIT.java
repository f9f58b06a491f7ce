package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A machine whose clock is set a day ahead under load and then two days back, to before its start.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockIT {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final int ROWS = 6_000;
  private static final List<String> SCOPES =
      List.of("leads:create", "leads:read", "leads:update", "leads:import", "audit_logs:read");

  private static final CrmNode NODE = CrmNode.fresh();
  private static FakeClock clock;
  private static CrmServer server;
  private static Api nobody;
  private static Api program;
  private static Writers writers;
  private static String job;

  private static Tokens before;
  private static Tokens ahead;
  private static String page;
  private static List<String> onPage;
  private static Answer lead;
  private static Answer leadAhead;
  private static final Map<String, Object> FIELDS = Fixture.lead();

  @BeforeAll
  static void load() {
    clock = FakeClock.of(NODE);
    server = NODE.start();
    nobody = server.api();
    before = Tokens.of(Tokens.signIn(nobody));
    program = program(30 * 24);
    lead = program.post("/leads", Fixture.lead());
    IntStream.range(0, 30).forEach(i -> Fixture.created(program, "/leads", Fixture.lead()));
    page = "/leads?limit=10&cursor=" + program.get("/leads?limit=10").text("next_cursor");
    onPage = program.get(page).json().findValuesAsText("id");
    writers = new Writers(program);
    job = CsvUpload.job(CsvUpload.people(ROWS).to(program, "/leads"));
    goesOn();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      writers.close();
      server.close();
    }
  }

  @Test
  @Order(1)
  void aDayAheadIsToldAndNobodyWaits() {
    var hour = program(1);
    assertThat(hour.get("/leads?limit=1").status()).isEqualTo(200);

    clock.set(DAY);

    told("jumped ahead by PT24H");
    goesOn();
    assertThat(hour.get("/leads?limit=1").status()).isEqualTo(401);
    assertThat(before.status(nobody)).isEqualTo(401);
    var refreshed = before.refreshed(nobody);
    assertThat(refreshed.status()).isEqualTo(200);
    ahead = Tokens.of(refreshed);
    assertThat(ahead.status(nobody)).isEqualTo(200);
    leadAhead = program.with("Idempotency-Key", "ahead").post("/leads", FIELDS);
    assertThat(Duration.between(created(lead), created(leadAhead))).isGreaterThan(DAY);
    recordsAreWhole(lead);
    for (int i = 0; i < 5; i++) {
      nobody.post("/auth/login", Map.of("email", CrmNode.ADMIN_EMAIL, "password", "wrong"));
    }
    assertThat(Tokens.signIn(nobody).status()).isEqualTo(429);
  }

  @Test
  @Order(2)
  void twoDaysBackNothingIsGoodForLongerThanItShould() {
    clock.set(DAY.negated());

    told("jumped back by PT48H");
    goesOn();
    assertThat(before.status(nobody)).isEqualTo(401);
    assertThat(ahead.status(nobody)).isEqualTo(401);
    assertThat(ahead.refreshed(nobody).status()).isEqualTo(401);
    assertThat(Tokens.signIn(nobody).status()).isEqualTo(200);
    assertThat(created(program.post("/leads", Fixture.lead()))).isBefore(created(lead));
  }

  @Test
  @Order(3)
  void twoDaysBackRecordsAreWhatTheyWere() {
    var again = program.with("Idempotency-Key", "ahead").post("/leads", FIELDS);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(leadAhead.text("id"));
    recordsAreWhole(leadAhead);
    var activities = "/activities?entity_type=lead&entity_id=" + leadAhead.text("id");
    assertThat(program.get(activities).body())
        .contains("\"seconds\":0")
        .doesNotContain("\"seconds\":-");
  }

  @Test
  @Order(4)
  void theImportEndsAndNothingWasLostOrDoubled() throws SQLException {
    var ended = CsvUpload.end(program, job);
    writers.stop();
    assertThat(ended.text("status")).isEqualTo("succeeded");
    assertThat(ended.text("rows_done")).isEqualTo("" + ROWS);
    assertThat(writers.wrong()).isEmpty();
    assertThat(writers.longest()).isLessThan(BOUND);
    try (var database = NodeDatabase.of(NODE)) {
      var imported = "leads WHERE first_name = 'Imported'";
      assertThat(NodeDatabase.count(database, imported)).isEqualTo(ROWS);
      var written = "leads WHERE first_name = 'Ada'";
      assertThat(NodeDatabase.count(database, written)).isGreaterThanOrEqualTo(writers.count());
      var twice = "(SELECT FROM leads GROUP BY last_name HAVING count(*) > 1) t";
      assertThat(NodeDatabase.count(database, twice)).isZero();
    }
    System.out.printf(
        "clock ahead and back: %d leads, %d times 503, longest answer %s%n",
        writers.count(), writers.refusals(), writers.longest());
  }

  /** The tag guards it, each change is audited with the time shown then, and pages go on. */
  private static void recordsAreWhole(Answer known) {
    var path = "/leads/" + known.text("id");
    var changed = program.with("If-Match", known.header("ETag")).patch(path, contacted());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(program.with("If-Match", known.header("ETag")).patch(path, contacted()).status())
        .isEqualTo(412);
    assertThat(created(changed)).isEqualTo(created(known));
    var audit = program.get("/audit-logs?resource_id=" + known.text("id")).json().get("items");
    assertThat(audit).hasSize(2);
    assertThat(program.get(page).json().findValuesAsText("id")).isEqualTo(onPage);
  }

  private static Map<String, String> contacted() {
    return Map.of("status", "contacted");
  }

  private static void told(String jump) {
    Wait.until(jump, PATIENCE, () -> server.log().contains(jump));
    // Each session of the database looks at the clock once a second.
    var since = date();
    Wait.until("all see it", PATIENCE, () -> date().isAfter(since.plusSeconds(2)));
  }

  /** The time that the server shows. */
  private static Instant date() {
    var date = nobody.get("/health/live").header("Date");
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
  }

  private static void goesOn() {
    int written = writers.count();
    int imported = imported();
    Wait.until("leads are written", PATIENCE, () -> writers.count() > written + 50);
    Wait.until("rows come in", PATIENCE, () -> imported() > imported || imported() == ROWS);
  }

  private static int imported() {
    return program.get("/jobs/" + job).json().get("rows_done").asInt();
  }

  /** A program with a token for some hours. */
  private static Api program(int hours) {
    var until = FakeClock.firstNow().plus(hours, ChronoUnit.HOURS).toString();
    var body = Map.of("name", "a program", "scopes", SCOPES, "expires_at", until);
    var token = before.caller(nobody).post("/auth/tokens", body).text("token");
    return nobody.with("Authorization", "Bearer " + token);
  }

  private static Instant created(Answer answer) {
    return Instant.parse(answer.text("created_at"));
  }
}
