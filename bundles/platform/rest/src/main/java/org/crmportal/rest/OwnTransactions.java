package org.crmportal.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method is not run in a transaction of the request, because something of what it does must
 * stay although it fails: a failed sign-in is counted. Methods that need no caller are never run in
 * one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OwnTransactions {}
