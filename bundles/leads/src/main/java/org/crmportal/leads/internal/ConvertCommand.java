package org.crmportal.leads.internal;

import java.util.UUID;
import org.crmportal.leads.Conversion;
import org.crmportal.leads.LeadService;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Converts a lead from the console. */
@Component
public final class ConvertCommand implements ConsoleCommand {

  private final LeadService leads;

  @Activate
  public ConvertCommand(@Reference LeadService leads) {
    this.leads = leads;
  }

  @Override
  public Usage usage() {
    return Usage.of("lead-convert", "Makes a lead a client, with its contact and its history")
        .needs("leads:convert")
        .argument("lead", "the lead's id")
        .option("client", "the id of a client that is there, to link instead of making one")
        .destructive();
  }

  @Override
  public void run(ConsoleCall call) {
    var lead = leads.get(id("lead", call.argument("lead")));
    var client = call.option("client").map(text -> id("client", text)).orElse(null);
    var name = lead.firstName() + " " + lead.lastName();
    call.confirm("Convert the lead " + name + "? It cannot be undone.");
    if (call.rehearsal()) {
      call.say("would convert the lead " + name + ", " + target(client), lead);
      return;
    }
    var converted = leads.convert(lead.id(), lead.version(), new Conversion(client, null));
    var first = converted.first() ? "" : " since an earlier conversion";
    call.say(name + " is the client " + converted.client().id() + first, converted.client());
  }

  private static String target(@Nullable UUID client) {
    return client == null ? "making a client" : "into the client " + client;
  }

  private static UUID id(String parameter, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw CrmException.badParameter(parameter, text + " is not an id");
    }
  }
}
