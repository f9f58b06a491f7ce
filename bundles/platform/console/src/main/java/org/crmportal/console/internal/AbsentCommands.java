package org.crmportal.console.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.features.FeatureEvent;
import org.apache.karaf.features.FeaturesListener;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.RepositoryEvent;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Stands for the commands of modules that are not installed, and says so. */
@Component(service = FeaturesListener.class, immediate = true)
public final class AbsentCommands implements FeaturesListener {

  private final SessionFactory shell;
  private final FeaturesService features;
  private final Map<String, Absent> known = new ConcurrentHashMap<>();

  @Activate
  public AbsentCommands(@Reference SessionFactory shell, @Reference FeaturesService features) {
    this.shell = shell;
    this.features = features;
    look();
  }

  @Override
  public void featureEvent(FeatureEvent event) {
    look();
  }

  @Override
  public void repositoryEvent(RepositoryEvent event) {
    look();
  }

  @Deactivate
  synchronized void close() {
    known.values().forEach(shell.getRegistry()::unregister);
    known.clear();
  }

  private synchronized void look() {
    var absent = new AbsentModules(features).commands();
    for (var name : List.copyOf(known.keySet())) {
      if (!absent.containsKey(name)) {
        shell.getRegistry().unregister(known.remove(name));
      }
    }
    absent.forEach(
        (name, module) -> {
          if (!known.containsKey(name)) {
            var command = new Absent(name, module);
            known.put(name, command);
            shell.getRegistry().register(command);
          }
        });
  }

  /** A command that only says what is missing. */
  private record Absent(String name, String module) implements Command {

    @Override
    public String getScope() {
      return "crm";
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getDescription() {
      return "Needs the module " + module + ", which is not installed";
    }

    @Override
    public @Nullable Completer getCompleter(boolean scoped) {
      return null;
    }

    @Override
    public @Nullable Parser getParser() {
      return null;
    }

    @Override
    public @Nullable Object execute(Session session, List<Object> arguments) {
      var screen = new Screen(session);
      screen.note(
          "crm: crm:%s needs the module %s, which is not installed: crm:module-install %2$s"
              .formatted(name, module));
      return screen.oneCommand() ? 1 : null;
    }
  }
}
