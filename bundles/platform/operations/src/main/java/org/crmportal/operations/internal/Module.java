package org.crmportal.operations.internal;

import java.util.List;
import org.crmportal.platform.module.ModuleChoice;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that says it is a module.
 *
 * @param name the module's word: {@code leads}
 * @param bundle its bundle
 * @param version the bundle's version
 * @param state whether it runs
 * @param missing what it waits for, or why it failed
 * @param paths what it serves below {@code /api/v1} while it runs
 * @param description what it is for, in a line; empty for a part of the platform
 * @param removable whether this node can do without it
 */
public record Module(
    String name,
    String bundle,
    String version,
    State state,
    List<String> missing,
    List<String> paths,
    String description,
    boolean removable) {

  /** With what the choice of modules says of it. */
  Module chosen(@Nullable ModuleChoice choice) {
    return choice == null
        ? this
        : new Module(
            name,
            bundle,
            version,
            state,
            missing,
            paths,
            choice.description(),
            choice.installed() && !choice.compulsory());
  }

  /** Whether a module runs. */
  public enum State {
    /** All that it is made of is there. */
    RUNNING,
    /** It is started, and waits for a service of another one. */
    WAITING,
    /** A part of it could not start. */
    FAILED,
    /** It is installed and does not run. */
    STOPPED,
    /** What it needs of other bundles is not installed. */
    UNRESOLVED,
    /** It is not installed, and can be. */
    AVAILABLE
  }
}
