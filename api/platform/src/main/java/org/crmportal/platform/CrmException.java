package org.crmportal.platform;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A failure that the caller can act on. Every other exception is a defect and ends as HTTP 500. */
public final class CrmException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why a call failed; the REST layer gives each reason one HTTP status. */
  public enum Reason {
    /** The request cannot be read: malformed JSON, an unknown filter, a bad cursor (400). */
    BAD_REQUEST,
    /** Nobody, or nobody known, is calling (401). */
    UNAUTHENTICATED,
    /** The caller may see the record, or knows the resource, but may not do this (403). */
    FORBIDDEN,
    /** Not there, deleted, or outside the caller's scope (404). */
    NOT_FOUND,
    /** A unique value is taken, a move is illegal, records depend on it (409). */
    CONFLICT,
    /** The record has changed since the version that the caller has seen (412). */
    STALE,
    /** The request is larger than is allowed (413). */
    TOO_LARGE,
    /** A field breaks a rule, is unknown or is not the caller's to set (422). */
    INVALID,
    /** Too many attempts; the detail {@code retry_after} has the seconds to wait (429). */
    TOO_MANY,
    /** A part that is needed does not run; the detail {@code module} may name it (503). */
    UNAVAILABLE
  }

  private final Reason reason;
  private final String kind;
  private final transient List<Violation> violations;
  private final transient Map<String, Object> details;

  private CrmException(
      Reason reason,
      String kind,
      String message,
      List<Violation> violations,
      Map<String, Object> details) {
    super(message, null, false, false);
    this.reason = reason;
    this.kind = kind;
    this.violations = List.copyOf(violations);
    this.details = Map.copyOf(details);
  }

  /**
   * A failure with a kind of its own.
   *
   * @param kind a short snake_case word that a program can act on, such as {@code duplicate}
   * @param details members that are added to the problem document; no null values
   */
  public static CrmException of(
      Reason reason, String kind, String message, Map<String, Object> details) {
    return new CrmException(reason, kind, message, List.of(), details);
  }

  public static CrmException badRequest(String message) {
    return of(Reason.BAD_REQUEST, "bad_request", message, Map.of());
  }

  /** A bad request that names the parameter it is about. */
  public static CrmException badParameter(String parameter, String message) {
    var violation = new Violation(parameter, "bad_parameter", message);
    return new CrmException(
        Reason.BAD_REQUEST,
        "bad_request",
        parameter + ": " + message,
        List.of(violation),
        Map.of());
  }

  public static CrmException unauthenticated(String message) {
    return of(Reason.UNAUTHENTICATED, "unauthenticated", message, Map.of());
  }

  /** The caller lacks a permission, which is named. */
  public static CrmException forbidden(String permission) {
    return of(
        Reason.FORBIDDEN,
        "forbidden",
        "This needs the permission " + permission,
        Map.of("permission", permission));
  }

  /** There is no such record, or none that the caller may see: both read the same. */
  public static CrmException notFound(String what, Object id) {
    return of(Reason.NOT_FOUND, "not_found", "There is no " + what + " " + id, Map.of());
  }

  /** A conflict with a kind of its own, such as {@code email_taken}. */
  public static CrmException conflict(String kind, String message) {
    return of(Reason.CONFLICT, kind, message, Map.of());
  }

  /** A status cannot become what was asked for; says which ones it may become. */
  public static CrmException illegalMove(
      String current, String wanted, Collection<String> allowed) {
    Set<String> sorted = new TreeSet<>(allowed);
    var message =
        current + " cannot become " + wanted + (sorted.isEmpty() ? "" : ", only " + sorted);
    return of(
        Reason.CONFLICT,
        "illegal_move",
        message,
        Map.of("current", current, "allowed", List.copyOf(sorted)));
  }

  /** Live records of other kinds depend on the one to be deleted; {@code counts} says how many. */
  public static CrmException dependants(String what, Map<String, Long> counts) {
    return of(
        Reason.CONFLICT,
        "dependants",
        "The " + what + " still has " + new LinkedHashMap<>(counts),
        Map.of("dependants", counts));
  }

  public static CrmException stale(long current) {
    return of(
        Reason.STALE,
        "stale",
        "The record has changed since that version",
        Map.of("current_version", current));
  }

  public static CrmException invalid(List<Violation> violations) {
    return new CrmException(
        Reason.INVALID, "invalid", "The request is not valid", violations, Map.of());
  }

  public static CrmException invalid(String field, String code, String message) {
    return invalid(List.of(new Violation(field, code, message)));
  }

  /** A module that the call needs is installed but does not run. */
  public static CrmException moduleDown(String module) {
    return of(
        Reason.UNAVAILABLE,
        "module_not_running",
        "The module " + module + " is not running",
        Map.of("module", module, "retry_after", 5));
  }

  public Reason reason() {
    return reason;
  }

  /** A short snake_case word that a program can act on. */
  public String kind() {
    return kind;
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Members of the problem document beyond the standard ones. */
  public Map<String, Object> details() {
    return details;
  }
}
