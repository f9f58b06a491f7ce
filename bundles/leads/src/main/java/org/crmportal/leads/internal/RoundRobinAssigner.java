package org.crmportal.leads.internal;

import java.util.Optional;
import java.util.UUID;
import org.crmportal.leads.LeadAssigner;
import org.crmportal.leads.NewLead;
import org.crmportal.platform.People;
import org.crmportal.platform.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Assigns new leads in turn to the active users of a role; off until {@code
 * org.crmportal.leads.roundrobin.cfg} exists. The turn is a sequence, so that nodes share it.
 */
@Component(
    configurationPid = "org.crmportal.leads.roundrobin",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RoundRobinAssigner.Config.class)
public final class RoundRobinAssigner implements LeadAssigner {

  private final People people;
  private final Transactions transactions;
  private final String role;

  /** The keys of the configuration. */
  @ObjectClassDefinition(name = "Leads in turn")
  @interface Config {
    @AttributeDefinition(name = "The role whose active users get new leads in turn")
    String role() default "sales";
  }

  @Activate
  public RoundRobinAssigner(
      @Reference People people, @Reference Transactions transactions, Config config) {
    this.people = people;
    this.transactions = transactions;
    this.role = config.role();
  }

  @Override
  public Optional<UUID> assign(NewLead lead) {
    var users = people.inRole(role);
    return users.isEmpty()
        ? Optional.empty()
        : Optional.of(users.get((int) Math.floorMod(turn(), (long) users.size())));
  }

  private long turn() {
    return transactions.tx(
        connection -> {
          try (var statement = connection.prepareStatement("SELECT nextval('lead_assignments')");
              var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
          }
        });
  }
}
