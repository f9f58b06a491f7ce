package org.crmportal.auth;

import java.util.List;
import java.util.UUID;
import org.crmportal.platform.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Why a user may or may not do something with a record.
 *
 * @param userId who
 * @param user their full name
 * @param active whether the user may sign in at all
 * @param role the name of the role, or null
 * @param entityType the record's type
 * @param entityId the record
 * @param grants those of the role's permissions that are about this resource
 * @param ties what binds the record to the user; empty if nothing does
 * @param actions each action with its outcome
 */
public record Access(
    UUID userId,
    String user,
    boolean active,
    @Nullable String role,
    String entityType,
    UUID entityId,
    List<String> grants,
    List<Tie> ties,
    List<Action> actions) {

  public Access {
    grants = List.copyOf(grants);
    ties = List.copyOf(ties);
    actions = List.copyOf(actions);
  }

  /**
   * What binds a record to a user.
   *
   * @param scope {@code OWN} if an owner column holds the user, {@code TEAM} if it holds a member
   *     of one of their teams
   * @param entityType the record whose column it is: the record itself or one that it follows
   * @param entityId that record
   * @param column the owner column
   * @param holder the user whom the column holds
   * @param team the name of a team that both are in, or null for the user themselves
   */
  public record Tie(
      Scope scope,
      String entityType,
      UUID entityId,
      String column,
      UUID holder,
      @Nullable String team) {}

  /**
   * The outcome for one action.
   *
   * @param action without scope, e.g. {@code read}
   * @param allowed whether the user may do it now
   * @param scope which records of the type the user may do it with
   * @param permission the grant that decides, or null if there is none
   * @param reason why, for a person
   */
  public record Action(
      String action, boolean allowed, Scope scope, @Nullable String permission, String reason) {}
}
