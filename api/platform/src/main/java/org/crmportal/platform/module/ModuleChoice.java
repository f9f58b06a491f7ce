package org.crmportal.platform.module;

/**
 * A module that this build has.
 *
 * @param name the module's word: {@code leads}
 * @param description what it is for, in a line
 * @param version the version that is or would be installed
 * @param installed whether this node has it
 * @param compulsory whether it can never be removed, because everything stands on it
 */
public record ModuleChoice(
    String name, String description, String version, boolean installed, boolean compulsory) {}
