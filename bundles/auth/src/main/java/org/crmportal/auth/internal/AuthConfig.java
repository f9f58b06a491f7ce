package org.crmportal.auth.internal;

/**
 * The keys of {@code org.crmportal.auth.cfg}, which takes them from {@code org.crmportal.cfg};
 * there a dot stands for the low line.
 */
@interface AuthConfig {

  /** A file with at least 32 bytes that all nodes sign access tokens with; empty for none. */
  String jwt_key_file() default "";

  /** Who becomes administrator of an empty database; empty for {@code admin@crm.local}. */
  String admin_email() default "";

  /** Their password; if empty, it is generated and shown once. */
  String admin_password() default "";
}
