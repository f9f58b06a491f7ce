package org.crmportal.operations.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.crmportal.operations.ServerStatus;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells on one screen how the node is. */
@Component
public final class StatusCommand implements ConsoleCommand {

  private static final JsonMapper JSON = new JsonMapper();

  private final ServerStatus status;

  @Activate
  public StatusCommand(@Reference ServerStatus status) {
    this.status = status;
  }

  @Override
  public Usage usage() {
    return Usage.of("status", "How this node is, on one screen; it fails if it is not ready")
        .needs("modules:read");
  }

  @Override
  public void run(ConsoleCall call) {
    var report = status.now();
    try {
      call.say(report.text(), JSON.readValue(report.json(), Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    if (!report.ready()) {
      throw CrmException.of(
          CrmException.Reason.UNAVAILABLE, "not_ready", "The node is not ready", Map.of());
    }
  }
}
