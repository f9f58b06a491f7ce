package org.crmportal.leads.internal;

import java.util.Objects;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadAssigner;
import org.crmportal.leads.NewLead;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.People;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who works on a lead: a user that exists, or whom the registered assigner chooses. */
@Component(service = Assignment.class)
public final class Assignment {

  private final People people;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable LeadAssigner assigner;

  @Activate
  public Assignment(@Reference People people) {
    this.people = people;
  }

  /** A new lead with somebody to work on it, if there is a rule for it. */
  NewLead begin(NewLead draft) {
    var chosen = assigner;
    if (draft.assignedTo() != null || chosen == null) {
      return check(null, draft);
    }
    return chosen.assign(draft).map(draft::assignedTo).orElse(draft);
  }

  /** The draft, or a failure if it assigns the lead to nobody who is there. */
  NewLead check(@Nullable Lead before, NewLead draft) {
    var user = draft.assignedTo();
    boolean changed = before == null || !Objects.equals(before.assignedTo(), user);
    if (user != null && changed && people.name(user).isEmpty()) {
      throw CrmException.invalid("assigned_to", "unknown", "there is no such user");
    }
    return draft;
  }
}
