package org.crmportal.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method's answer holds a secret that is shown to the first caller and kept nowhere: a request
 * that is repeated with its {@code Idempotency-Key} gets the same answer with null in its place.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ShownOnce {

  /** The name of the secret's field in the JSON of the answer. */
  String value();
}
