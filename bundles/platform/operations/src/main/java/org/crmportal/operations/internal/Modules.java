package org.crmportal.operations.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmportal.operations.internal.Module.State;
import org.crmportal.platform.module.ModuleChoice;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Knows the installed modules by the header {@code Crm-Module} of their bundles. */
@Component(service = Modules.class)
public final class Modules {

  private final BundleContext context;
  private final ServiceComponentRuntime components;

  @Activate
  public Modules(BundleContext context, @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  /** Every installed module as it is now, by name. */
  List<Module> all() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> header(bundle, "Crm-Module").length() > 0)
        .map(this::module)
        .sorted(Comparator.comparing(Module::name).thenComparing(Module::version))
        .toList();
  }

  /** The same with what the choices say of them, and with those that are not installed. */
  List<Module> all(List<ModuleChoice> choices) {
    var absent =
        choices.stream().filter(choice -> !choice.installed()).map(Modules::absent).toList();
    var chosen =
        choices.stream().collect(Collectors.toMap(ModuleChoice::name, Function.identity()));
    return Stream.concat(
            all().stream().map(module -> module.chosen(chosen.get(module.name()))), absent.stream())
        .sorted(Comparator.comparing(Module::name).thenComparing(Module::version))
        .toList();
  }

  /** The file of a module that came by a folder, and not with a feature. */
  Optional<Path> file(String module) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> header(bundle, "Crm-Module").equals(module))
        .map(Bundle::getLocation)
        .filter(location -> location.startsWith("file:"))
        .map(location -> Path.of(URI.create(location)))
        .findFirst();
  }

  private static Module absent(ModuleChoice choice) {
    return new Module(
        choice.name(),
        "crm-" + choice.name(),
        choice.version(),
        State.AVAILABLE,
        List.of(),
        List.of(),
        choice.description(),
        false);
  }

  private Module module(Bundle bundle) {
    var parts =
        bundle.getState() == Bundle.ACTIVE ? parts(bundle) : List.<ComponentConfigurationDTO>of();
    return new Module(
        header(bundle, "Crm-Module"),
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        state(bundle, parts),
        parts.stream().flatMap(part -> missing(part).stream()).distinct().toList(),
        Arrays.stream(header(bundle, "Crm-Paths").split(",", -1))
            .map(String::strip)
            .filter(path -> !path.isEmpty())
            .toList(),
        "",
        false);
  }

  private List<ComponentConfigurationDTO> parts(Bundle bundle) {
    return components.getComponentDescriptionDTOs(bundle).stream()
        .map(components::getComponentConfigurationDTOs)
        .flatMap(Collection::stream)
        .toList();
  }

  private static State state(Bundle bundle, List<ComponentConfigurationDTO> parts) {
    if (bundle.getState() == Bundle.INSTALLED) {
      return State.UNRESOLVED;
    }
    if (bundle.getState() != Bundle.ACTIVE) {
      return State.STOPPED;
    }
    if (any(parts, ComponentConfigurationDTO.FAILED_ACTIVATION)) {
      return State.FAILED;
    }
    return any(parts, ComponentConfigurationDTO.UNSATISFIED_REFERENCE)
        ? State.WAITING
        : State.RUNNING;
  }

  private static boolean any(List<ComponentConfigurationDTO> parts, int state) {
    return parts.stream().anyMatch(part -> part.state == state);
  }

  private static List<String> missing(ComponentConfigurationDTO part) {
    if (part.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
      var why = part.failure == null ? "" : ": " + part.failure.lines().findFirst().orElse("");
      return List.of(simple(part.description.name) + " failed" + why);
    }
    return Arrays.stream(part.unsatisfiedReferences)
        .map(reference -> wanted(part, reference))
        .toList();
  }

  /** The service that a reference waits for, with its filter where it has one. */
  private static String wanted(ComponentConfigurationDTO part, UnsatisfiedReferenceDTO reference) {
    var type =
        Arrays.stream(part.description.references)
            .filter(each -> each.name.equals(reference.name))
            .map(each -> simple(each.interfaceName))
            .findFirst()
            .orElse(reference.name);
    return reference.target == null ? type : type + " " + reference.target;
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static String header(Bundle bundle, String name) {
    var value = bundle.getHeaders("").get(name);
    return value == null ? "" : value;
  }
}
