package org.crmportal.auth.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The keys of {@code org.crmportal.auth.cfg}, which takes them from {@code org.crmportal.cfg};
 * there a dot stands for the low line.
 */
@ObjectClassDefinition(name = "The first administrator, and the key of tokens")
@interface AuthConfig {

  /** A file with at least 32 bytes that all nodes sign access tokens with; empty for none. */
  @AttributeDefinition(name = "The file of the key that signs tokens")
  String jwt_key_file() default "";

  /** Who becomes administrator of an empty database; empty for {@code admin@crm.local}. */
  @AttributeDefinition(name = "Who becomes administrator of an empty database")
  String admin_email() default "";

  /** Their password; if empty, it is generated and shown once. */
  @AttributeDefinition(
      name = "The password of the first administrator",
      type = AttributeType.PASSWORD)
  String admin_password() default "";
}
