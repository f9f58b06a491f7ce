package org.crmportal.leads.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadStage;
import org.crmportal.leads.LeadStatus;
import org.crmportal.leads.NewLead;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.jspecify.annotations.Nullable;

/** Which moves of status and stage a lead may make; knows no database. */
final class LeadMoves {

  private LeadMoves() {}

  /** The draft of a lead to be created, or a failure if it would begin in a final state. */
  static NewLead begun(NewLead draft) {
    if (!draft.status().open()) {
      throw CrmException.invalid("status", "final_state", "a lead begins open");
    }
    if (!draft.stage().open()) {
      throw CrmException.invalid("stage", "final_state", "a lead begins in an open stage");
    }
    return withoutReason(draft);
  }

  /**
   * The draft with the stage and the reason that its status asks for.
   *
   * @param stageBeforeLost where a lost lead was before
   */
  static NewLead moved(Lead before, NewLead draft, @Nullable LeadStage stageBeforeLost) {
    if (before.status() == LeadStatus.CONVERTED) {
      throw readOnly(draft);
    }
    if (draft.status() != before.status()) {
      checkStatus(before.status(), draft.status());
    }
    if (draft.status() == LeadStatus.LOST) {
      var staged = draft.stage() == before.stage() || draft.stage() == LeadStage.CLOSED_LOST;
      return staged
          ? draft.in(LeadStatus.LOST, LeadStage.CLOSED_LOST, draft.lostReason())
          : refuse(before, draft);
    }
    if (before.status() == LeadStatus.LOST) {
      // The reason that it had stays in the history; another one would be kept nowhere.
      if (!Objects.equals(before.lostReason(), draft.lostReason())) {
        withoutReason(draft);
      }
      var back = stageBeforeLost == null ? LeadStage.PROSPECT : stageBeforeLost;
      var stage = draft.stage() == before.stage() ? back : opened(before, draft);
      return draft.in(draft.status(), stage, null);
    }
    return withoutReason(draft).in(draft.status(), opened(before, draft), null);
  }

  /** What whoever would change a converted lead is told. */
  static CrmException readOnly() {
    return CrmException.of(
        Reason.CONFLICT,
        "converted",
        "A converted lead is read-only",
        Map.of("current", "converted", "allowed", List.of()));
  }

  private static CrmException readOnly(NewLead draft) {
    return draft.status() == LeadStatus.CONVERTED
        ? readOnly()
        : CrmException.illegalMove("converted", lower(draft.status()), List.of());
  }

  private static void checkStatus(LeadStatus current, LeadStatus wanted) {
    if (!current.successors().contains(wanted)) {
      var allowed = current.successors().stream().map(LeadMoves::lower).toList();
      throw CrmException.illegalMove(lower(current), lower(wanted), allowed);
    }
  }

  private static LeadStage opened(Lead before, NewLead draft) {
    return draft.stage().open() ? draft.stage() : refuse(before, draft).stage();
  }

  private static NewLead refuse(Lead before, NewLead draft) {
    Collection<String> open =
        before.status().open()
            ? Arrays.stream(LeadStage.values())
                .filter(LeadStage::open)
                .map(LeadMoves::lower)
                .toList()
            : List.of();
    throw CrmException.illegalMove(lower(before.stage()), lower(draft.stage()), open);
  }

  /** Only a lost lead has a reason; where a change leaves that state it stays in the history. */
  private static NewLead withoutReason(NewLead draft) {
    if (draft.lostReason() != null) {
      throw CrmException.invalid("lost_reason", "not_lost", "only a lost lead has a reason");
    }
    return draft;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
