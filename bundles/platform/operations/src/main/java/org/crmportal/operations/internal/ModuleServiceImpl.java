package org.crmportal.operations.internal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.features.FeaturesService;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.module.ModuleChange;
import org.crmportal.platform.module.ModuleChoice;
import org.crmportal.platform.module.ModuleService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes the node's choice and the container together. */
@Component
public final class ModuleServiceImpl implements ModuleService {

  private final Callers callers;
  private final KeptRecords records;
  private final ModuleTrail trail;
  private final ModuleWait wait;
  private final Modules modules;
  private final ModuleFeatures features;
  private final ModulePaths paths;
  private final OneAtATime turn = new OneAtATime();
  private final Choice choice;

  @Activate
  public ModuleServiceImpl(
      BundleContext context,
      @Reference FeaturesService features,
      @Reference Callers callers,
      @Reference KeptRecords records,
      @Reference ModuleTrail trail,
      @Reference ModuleWait wait,
      @Reference Modules modules) {
    this.callers = callers;
    this.records = records;
    this.trail = trail;
    this.wait = wait;
    this.modules = modules;
    this.features = new ModuleFeatures(features);
    this.paths = new ModulePaths();
    this.choice = new Choice(Path.of(context.getProperty("karaf.base")));
  }

  @Override
  public List<ModuleChoice> choices() {
    return features.all().entrySet().stream()
        .map(
            each ->
                new ModuleChoice(
                    each.getKey(),
                    Optional.ofNullable(each.getValue().getDescription()).orElse(""),
                    each.getValue().getVersion(),
                    features.isInstalled(each.getValue()),
                    ModuleFeatures.compulsory(each.getKey())))
        .toList();
  }

  @Override
  public ModuleChange install(String module, boolean dryRun) {
    permit();
    return turn.take(() -> installNow(module, dryRun));
  }

  private ModuleChange installNow(String module, boolean dryRun) {
    var all = features.all();
    if (!all.containsKey(module)) {
      throw CrmException.invalid(
          "name", "unknown_module", "must be one of " + String.join(", ", all.keySet()));
    }
    var before = features.installed();
    var coming = features.closure(module);
    coming.removeAll(before);
    if (!dryRun && !coming.isEmpty()) {
      var after = new TreeSet<>(before);
      after.addAll(coming);
      change("install", module, after, () -> features.want(after));
      wait.until(coming);
    }
    return new ModuleChange(
        module,
        dryRun,
        List.copyOf(coming),
        List.of(),
        Map.of(),
        dryRun ? List.of() : wait.waiting(features.closure(module)),
        wait.node(),
        Sentences.installed(module, coming, dryRun, wait.node()));
  }

  @Override
  public ModuleChange remove(String module, boolean dryRun) {
    permit();
    return turn.take(() -> removeNow(module, dryRun));
  }

  private ModuleChange removeNow(String module, boolean dryRun) {
    var after = features.installed();
    if (!after.remove(module)) {
      throw notOurs(module);
    }
    refuse(module);
    var kept = records.of(module);
    if (!dryRun) {
      change("remove", module, after, () -> without(module, after));
    }
    return new ModuleChange(
        module,
        dryRun,
        List.of(),
        List.of(module),
        kept,
        List.of(),
        wait.node(),
        Sentences.removed(module, kept, dryRun, wait.node()));
  }

  /** What lies in a folder that is watched would be back at the next start. */
  private CrmException notOurs(String module) {
    return modules
        .file(module)
        .map(file -> CrmException.conflict("module_deployed", Sentences.deployed(module, file)))
        .orElseGet(() -> CrmException.notFound("installed module", module));
  }

  private void refuse(String module) {
    if (ModuleFeatures.compulsory(module)) {
      throw CrmException.conflict(
          "module_compulsory", module + " cannot be removed: every module stands on it");
    }
    var needing = features.neededBy(module);
    if (!needing.isEmpty()) {
      throw CrmException.of(
          Reason.CONFLICT,
          "module_needed",
          module + " cannot be removed: " + String.join(", ", needing) + " need it",
          Map.of("needed_by", List.copyOf(needing)));
    }
  }

  /** What came only because this one depends on it stays, too. */
  private void without(String module, Set<String> after) throws Exception {
    features.want(after);
    features.remove(module);
  }

  private void change(String what, String module, Collection<String> after, Choice.Step step) {
    trail.requested(what, module, wait.node());
    var chosen = new TreeSet<>(after);
    chosen.remove("platform");
    try {
      choice.change(chosen, step);
    } catch (Exception e) {
      trail.failed(what, module, wait.node(), e);
      throw CrmException.conflict(
          "module_not_" + what + "able",
          "%s: %s failed and nothing was changed; the log says why".formatted(module, what));
    }
    trail.done(what, module, wait.node());
  }

  @Override
  public Optional<String> absent(String path) {
    return features.all().entrySet().stream()
        .filter(each -> !features.isInstalled(each.getValue()))
        .filter(each -> paths.claims(each.getValue(), path))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void permit() {
    if (!callers.current().may("modules:update")) {
      throw CrmException.forbidden("modules:update");
    }
  }
}
