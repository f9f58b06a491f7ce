package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crmportal.platform.Scope;
import org.junit.jupiter.api.Test;

class GrantsTest {

  private final Grants admin = new Grants(List.of("*:*"));
  private final Grants sales =
      new Grants(List.of("leads:create", "leads:read_own", "leads:read_team", "leads:convert"));

  @Test
  void theAdministratorHoldsEverything() {
    assertThat(admin.holds("leads:convert")).isTrue();
    assertThat(admin.holds("*:*")).isTrue();
    assertThat(admin.scope("anything", "read")).isEqualTo(Scope.ALL);
  }

  @Test
  void aPermissionIsHeldExactly() {
    assertThat(sales.holds("leads:convert")).isTrue();
    assertThat(sales.holds("leads:read")).isFalse();
    assertThat(sales.holds("*:*")).isFalse();
    assertThat(sales.holds("leads:*")).isFalse();
    assertThat(new Grants(List.of("leads:*")).holds("leads:merge")).isTrue();
    assertThat(new Grants(List.of("leads:*")).holds("clients:merge")).isFalse();
  }

  @Test
  void theWidestScopeWins() {
    assertThat(sales.scope("leads", "read")).isEqualTo(Scope.TEAM);
    assertThat(sales.scope("leads", "update")).isEqualTo(Scope.NONE);
    assertThat(new Grants(List.of("leads:read", "leads:read_own")).scope("leads", "read"))
        .isEqualTo(Scope.ALL);
  }

  @Test
  void aWiderScopeCoversANarrowerOne() {
    assertThat(sales.covers("leads:read_own")).isTrue();
    assertThat(sales.covers("leads:read")).isFalse();
    assertThat(new Grants(List.of("leads:read")).covers("leads:read_team")).isTrue();
    assertThat(admin.covers("*:*")).isTrue();
    assertThat(sales.covers("*:*")).isFalse();
  }

  @Test
  void anUnderscoreInTheResourceIsNoScope() {
    assertThat(admin.covers("audit_logs:read")).isTrue();
    assertThat(sales.covers("audit_logs:read_own")).isFalse();
    assertThat(new Grants(List.of("audit_logs:read")).covers("audit_logs:read_own")).isTrue();
  }

  @Test
  void approvingOnesOwnIsNoPartOfApproving() {
    var manager = new Grants(List.of("timesheets:approve"));

    assertThat(manager.covers("timesheets:approve_own")).isFalse();
  }

  @Test
  void anIntersectionIsWhatBothAllow() {
    var wide = new Grants(List.of("leads:read", "leads:convert", "clients:read"));

    assertThat(sales.intersect(wide).names())
        .containsExactly("leads:convert", "leads:read_own", "leads:read_team");
    assertThat(admin.intersect(sales).names()).isEqualTo(sales.names());
    assertThat(sales.intersect(new Grants(List.of("*:*"))).names()).isEqualTo(sales.names());
    assertThat(sales.intersect(Grants.NONE).names()).isEmpty();
  }
}
