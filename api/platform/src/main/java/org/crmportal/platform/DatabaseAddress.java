package org.crmportal.platform;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where the database is. It is a service while the database can be expected to answer: the embedded
 * PostgreSQL registers it when it is up; for an external one it is there as soon as it is
 * configured.
 */
@ProviderType
public interface DatabaseAddress {

  /** The JDBC URL, e.g. {@code jdbc:postgresql://127.0.0.1:5432/crm}. */
  String url();

  /**
   * The JDBC URL for what holds no connection longer than a transaction: a pooler such as PgBouncer
   * may stand there. {@link #url()} where there is none.
   */
  default String poolerUrl() {
    return url();
  }

  String user();

  /** The password; empty if the server asks for none. Never to be logged. */
  String password();
}
