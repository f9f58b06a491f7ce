package org.crmportal.leads.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmportal.leads.LeadStage.CLOSED_LOST;
import static org.crmportal.leads.LeadStage.CLOSED_WON;
import static org.crmportal.leads.LeadStage.NEGOTIATION;
import static org.crmportal.leads.LeadStage.PROPOSAL;
import static org.crmportal.leads.LeadStage.PROSPECT;
import static org.crmportal.leads.LeadStatus.CONTACTED;
import static org.crmportal.leads.LeadStatus.CONVERTED;
import static org.crmportal.leads.LeadStatus.LOST;
import static org.crmportal.leads.LeadStatus.NEW;
import static org.crmportal.leads.LeadStatus.QUALIFIED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadStage;
import org.crmportal.leads.LeadStatus;
import org.crmportal.leads.NewLead;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadMovesTest {

  /** The table of RULES. */
  private static final Map<LeadStatus, Set<LeadStatus>> ALLOWED =
      Map.of(
          NEW, Set.of(CONTACTED, QUALIFIED, LOST),
          CONTACTED, Set.of(QUALIFIED, LOST),
          QUALIFIED, Set.of(CONTACTED, LOST),
          LOST, Set.of(CONTACTED),
          CONVERTED, Set.of());

  @Test
  void aStatusBecomesWhatTheTableAllowsAndNothingElse() {
    for (var from : LeadStatus.values()) {
      for (var to : LeadStatus.values()) {
        if (from == to) {
          continue;
        }
        var before = Leads.lead(from, stageOf(from));
        ThrowingCallable move = () -> LeadMoves.moved(before, to(before, to), PROSPECT);
        if (ALLOWED.get(from).contains(to)) {
          assertThat(LeadMoves.moved(before, to(before, to), PROSPECT).status()).isEqualTo(to);
        } else {
          assertRefused(move, "illegal_move");
        }
      }
    }
  }

  @Test
  void aReasonThatNothingWouldKeepIsRefused() {
    var lost = Leads.lead(LOST, CLOSED_LOST);
    var back = Lead.TYPE.draft(lost).in(CONTACTED, CLOSED_LOST, "another");
    assertThatThrownBy(() -> LeadMoves.moved(lost, back, PROSPECT))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> assertThat(e.violations().get(0).field()).isEqualTo("lost_reason"));
  }

  @Test
  void aConvertedLeadTellsItsStateWhateverIsChanged() {
    var won = Leads.lead(CONVERTED, CLOSED_WON);
    assertThatThrownBy(() -> LeadMoves.moved(won, Lead.TYPE.draft(won), PROSPECT))
        .isInstanceOfSatisfying(
            CrmException.class,
            e ->
                assertThat(e.details())
                    .containsEntry("current", "converted")
                    .containsEntry("allowed", List.of()));
  }

  @Test
  void anIllegalMoveNamesTheCurrentStateAndTheMovesAllowed() {
    var before = Leads.lead(CONTACTED, PROSPECT);
    assertThatThrownBy(() -> LeadMoves.moved(before, to(before, NEW), null))
        .isInstanceOfSatisfying(
            CrmException.class,
            e ->
                assertThat(e.details())
                    .containsEntry("current", "contacted")
                    .containsEntry("allowed", List.of("lost", "qualified")));
  }

  @Test
  void theStageIsFreeWhileTheLeadIsOpen() {
    var before = Leads.lead(QUALIFIED, NEGOTIATION);
    var moved = LeadMoves.moved(before, draft(before).in(QUALIFIED, PROSPECT, null), null);
    assertThat(moved.stage()).isEqualTo(PROSPECT);
  }

  @Test
  void closedStagesComeOnlyWithTheirStatus() {
    var before = Leads.lead(QUALIFIED, NEGOTIATION);
    for (var closed : List.of(CLOSED_WON, CLOSED_LOST)) {
      assertRefused(
          () -> LeadMoves.moved(before, draft(before).in(QUALIFIED, closed, null), null),
          "illegal_move");
    }
  }

  @Test
  void losingClosesTheStageAndLeavingItGoesBack() {
    var open = Leads.lead(QUALIFIED, PROPOSAL);
    var lost = LeadMoves.moved(open, draft(open).in(LOST, PROPOSAL, "price"), null);
    assertThat(lost.stage()).isEqualTo(CLOSED_LOST);
    assertThat(lost.lostReason()).isEqualTo("price");

    var before = Leads.lead(LOST, CLOSED_LOST);
    var back = LeadMoves.moved(before, to(before, CONTACTED), PROPOSAL);
    assertThat(back.stage()).isEqualTo(PROPOSAL);
    assertThat(back.lostReason()).isNull();
  }

  @Test
  void aReasonIsDemandedOnTheWayToLostAndOnlyThere() {
    assertRefused(() -> Leads.ada().in(LOST, PROSPECT, null), "invalid");
    var before = Leads.lead(NEW, PROSPECT);
    assertRefused(
        () -> LeadMoves.moved(before, draft(before).in(NEW, PROSPECT, "price"), null), "invalid");
  }

  @Test
  void aConvertedLeadIsReadOnly() {
    var before = Leads.lead(CONVERTED, CLOSED_WON);
    assertRefused(
        () ->
            LeadMoves.moved(
                before, Leads.draft("Eve", null, null).in(CONVERTED, CLOSED_WON, null), null),
        "converted");
  }

  @Test
  void aLeadBeginsOpen() {
    assertRefused(() -> LeadMoves.begun(Leads.ada().in(CONVERTED, PROSPECT, null)), "invalid");
    assertRefused(() -> LeadMoves.begun(Leads.ada().in(LOST, PROSPECT, "price")), "invalid");
    assertRefused(() -> LeadMoves.begun(Leads.ada().in(NEW, CLOSED_WON, null)), "invalid");
    assertThat(LeadMoves.begun(Leads.ada().in(QUALIFIED, PROPOSAL, null)).status())
        .isEqualTo(QUALIFIED);
  }

  private static LeadStage stageOf(LeadStatus status) {
    return switch (status) {
      case LOST -> CLOSED_LOST;
      case CONVERTED -> CLOSED_WON;
      default -> PROSPECT;
    };
  }

  private static NewLead draft(Lead lead) {
    return Lead.TYPE.draft(lead);
  }

  private static NewLead to(Lead before, LeadStatus status) {
    @Nullable String reason = status == LOST ? "price" : before.lostReason();
    return draft(before).in(status, before.stage(), reason);
  }

  private static void assertRefused(ThrowingCallable call, String kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.reason()).isIn(Reason.CONFLICT, Reason.INVALID);
            });
  }
}
