package org.crmportal.platform;

/**
 * One reason why a value was refused.
 *
 * @param field the field, in dotted JSON notation
 * @param code a short machine-readable word such as {@code required} or {@code too_long}
 * @param message what is wrong, for a human
 */
public record Violation(String field, String code, String message) {}
