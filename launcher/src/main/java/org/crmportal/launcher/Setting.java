package org.crmportal.launcher;

import java.util.Locale;

/** What can be set, in the environment (CRM_HTTP_PORT) or in org.crmportal.cfg (http_port). */
enum Setting {
  HTTP_PORT("8181"),
  SSH_PORT("8101"),
  BIND("127.0.0.1"),
  DB_URL(""),
  DB_POOLER_URL(""),
  DB_USER(""),
  DB_PASSWORD(""),
  ADMIN_EMAIL(""),
  ADMIN_PASSWORD(""),
  JWT_KEY_FILE(""),
  PROXIES(""),
  METRICS("local"),
  LOG("text"),
  MODULES(""),
  DEPLOY(""),
  JMX_PORT("");

  private final String standard;

  Setting(String standard) {
    this.standard = standard;
  }

  String variable() {
    return "CRM_" + name();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String standard() {
    return standard;
  }
}
