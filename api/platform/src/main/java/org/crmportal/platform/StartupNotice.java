package org.crmportal.platform;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something to tell whoever started the server, once it is ready: the administrator's e-mail, a
 * first password. Register an implementation as a service before the module's records are there.
 */
@ConsumerType
public interface StartupNotice {

  /**
   * The lines to print after the address; asked for once. It goes to the standard output of the
   * process and never to the log, so it may hold a password that is shown once. An empty text
   * prints nothing.
   */
  String text();
}
