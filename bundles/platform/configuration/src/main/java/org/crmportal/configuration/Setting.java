package org.crmportal.configuration;

/**
 * A setting that can be changed while the server runs.
 *
 * @param pid the file in etc/, without its {@code .cfg}: {@code org.crmportal.pool}
 * @param key the key in it, with its unit: {@code wait.milliseconds}
 * @param value what is in force now; stars in the place of a secret, empty if there is none
 * @param standard what is in force where nothing is set
 * @param allowed what may be set, as a part of a sentence: {@code a whole number from 2 to 500}
 * @param description what it is for, in one line
 * @param secret whether its value is shown to nobody
 * @param node the node on which it is in force, as host and port: each has its own files
 */
public record Setting(
    String pid,
    String key,
    String value,
    String standard,
    String allowed,
    String description,
    boolean secret,
    String node) {}
