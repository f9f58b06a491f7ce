package org.crmportal.rest;

/**
 * An answer that is another one when its version is: it gets an entity tag, and whoever names that
 * in {@code If-None-Match} is told that nothing has changed.
 */
public interface Tagged {

  /** The version: letters and digits. */
  String version();
}
