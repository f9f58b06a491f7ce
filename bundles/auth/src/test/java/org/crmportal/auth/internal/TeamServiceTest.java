package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.Outcomes.assertFails;

import java.util.Arrays;
import java.util.UUID;
import org.crmportal.auth.NewTeam;
import org.crmportal.auth.Team;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TeamServiceTest {

  private static AuthFixture auth;

  @BeforeAll
  static void open() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void close() {
    auth.close();
  }

  private final TeamServiceImpl teams = auth.node.teams;

  @Test
  void aTeamShowsItsMembersAndIsInForceAtOnce() {
    var cid = auth.user("cid", "sales");
    var dan = auth.user("dan", "sales");
    var token = auth.signIn("cid").accessToken();
    var gate = auth.node.gate;
    assertThat(gate.authenticate(token, AuthFixture.ORIGIN).team()).containsExactly(cid);

    var team = team("t1");
    var full = members(team.id(), cid, dan);

    assertThat(full.members()).containsExactlyInAnyOrder(cid, dan);
    assertThat(full.version()).isGreaterThan(team.version());
    assertThat(gate.authenticate(token, AuthFixture.ORIGIN).team())
        .containsExactlyInAnyOrder(cid, dan);
    assertThat(members(team.id(), dan, dan).members()).containsExactly(dan);
    assertThat(gate.authenticate(token, AuthFixture.ORIGIN).team()).containsExactly(cid);
    auth.run(auth.admin(), () -> teams.delete(team.id(), null));
    assertFails(Reason.NOT_FOUND, () -> auth.as(auth.admin(), () -> teams.get(team.id())));
  }

  @Test
  void aTeamTakesOnlyUsersWhoAreThere() {
    var team = team("t2");
    var gone = auth.user("eve", "sales");
    auth.run(auth.admin(), () -> auth.node.users.delete(gone, null));

    assertFails(Reason.INVALID, () -> members(team.id(), UUID.randomUUID()));
    assertFails(Reason.INVALID, () -> members(team.id(), gone));
    assertFails(Reason.INVALID, () -> members(team.id(), new UUID[] {null}));
  }

  private Team team(String name) {
    return auth.as(auth.admin(), () -> teams.create(new NewTeam(name, null), Creation.NEW));
  }

  private Team members(UUID id, UUID... users) {
    return auth.as(auth.admin(), () -> teams.setMembers(id, null, Arrays.asList(users)));
  }
}
