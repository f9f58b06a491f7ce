package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.Outcomes.assertFails;

import java.util.List;
import java.util.UUID;
import org.crmportal.auth.Access;
import org.crmportal.auth.NewTeam;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {

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
  void accessIsExplainedByTheColumnThatDecides() {
    var eve = auth.make("eve", deals.dealers);
    var deal = deals.deal(eve, null, false);

    var access = explain(eve, "deal", deal);

    assertThat(access.role()).isEqualTo("dealers");
    assertThat(access.grants()).containsExactly("deals:read_team", "deals:update_own", "deals:win");
    assertThat(access.ties())
        .containsExactly(new Access.Tie(Scope.OWN, "deal", deal, "assigned_to", eve, null));
    assertThat(action(access, "read"))
        .isEqualTo(
            new Access.Action(
                "read",
                true,
                Scope.TEAM,
                "deals:read_team",
                "deals:read_team reaches it by assigned_to of the deal"));
    assertThat(action(access, "update").allowed()).isTrue();
    assertThat(action(access, "win").reason()).isEqualTo("deals:win reaches every record");
    assertThat(action(access, "delete").allowed()).isFalse();
    assertThat(action(access, "delete").permission()).isNull();
  }

  @Test
  void aTeamsTieNamesTheTeam() {
    var fay = auth.make("fay", deals.dealers);
    var gus = auth.make("gus", deals.dealers);
    auth.run(
        auth.admin(),
        () -> {
          var team = auth.node.teams.create(new NewTeam("south", null), Creation.NEW);
          auth.node.teams.setMembers(team.id(), null, List.of(fay, gus));
        });
    var access = explain(fay, "deal", deals.deal(gus, null, false));

    assertThat(access.ties()).extracting(Access.Tie::team).containsExactly("south");
    assertThat(action(access, "read").allowed()).isTrue();
    assertThat(action(access, "update").allowed()).isFalse();
    assertThat(action(access, "update").reason())
        .isEqualTo("deals:update_own reaches only what belongs to the user");
  }

  @Test
  void whatFollowsARecordIsTiedByIt() {
    var hal = auth.make("hal", deals.dealers);
    var deal = deals.deal(hal, null, false);
    var note = UUID.randomUUID();
    auth.units
        .database()
        .execute("insert into notes values ('%s', '%s', 'x')".formatted(note, deal));

    var access = explain(hal, "note", note);

    assertThat(access.ties()).extracting(Access.Tie::entityType).containsExactly("deal");
    assertThat(action(access, "read").allowed()).isTrue();
    assertThat(action(access, "read").reason()).contains("assigned_to of the deal");
  }

  @Test
  void oneMayAskAboutOneselfButNotAboutOthers() {
    var ida = auth.make("ida", deals.dealers);
    var mine = deals.deal(ida, null, false);
    var foreign = deals.deal(auth.admin, null, false);
    var caller = auth.caller("ida");
    var access = auth.node.access;

    assertThat(auth.as(caller, () -> access.explain(ida, "deal", mine)).actions()).isNotEmpty();
    assertFails(
        Reason.NOT_FOUND, () -> auth.as(caller, () -> access.explain(ida, "deal", foreign)));
    assertFails(
        Reason.FORBIDDEN, () -> auth.as(caller, () -> access.explain(auth.admin, "deal", mine)));
    assertFails(
        Reason.BAD_REQUEST, () -> auth.as(caller, () -> access.explain(ida, "spaceship", mine)));
  }

  private static Access explain(UUID user, String type, UUID id) {
    return auth.as(auth.admin(), () -> auth.node.access.explain(user, type, id));
  }

  private static Access.Action action(Access access, String name) {
    return access.actions().stream()
        .filter(each -> each.action().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
