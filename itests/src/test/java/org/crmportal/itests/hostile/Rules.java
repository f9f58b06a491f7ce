package org.crmportal.itests.hostile;

import java.util.Map;
import java.util.regex.Pattern;

/** Which operations are left out, and which a role never gets through to, whatever it sends. */
final class Rules {

  /** The operations that end the test itself, with the reason. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "POST /auth/logout", "signs the caller out of the session that it attacks with",
          "DELETE /auth/sessions", "signs the caller out everywhere",
          "POST /modules", "installs and removes what the others are sent to",
          "DELETE /modules/{name}", "removes what the others are sent to",
          "PUT /configuration/{pid}/{key}", "changes the limits that the test measures by",
          "GET /docs/{file}", "static files, which are no part of the API");

  private static final String LEADS = "|\\w+ /leads(/.*)?";
  private static final String IMPORTS = "|POST /clients/(import|\\{id}/merge)";
  private static final String CHANGES =
      "(POST|PUT|PATCH|DELETE) /(users|roles|teams|settings)(/.*)?";
  private static final String READS = "|GET /(users|roles|teams|audit-logs)(/\\{.*)?";

  /** What the table of default grants gives a role nothing of, as method and path. */
  private static final Map<String, Pattern> CLOSED =
      Map.of(
          "manager", Pattern.compile(CHANGES),
          "sales", Pattern.compile(CHANGES + READS + IMPORTS + "|GET /settings|POST /leads/import"),
          "support",
              Pattern.compile(
                  CHANGES
                      + READS
                      + IMPORTS
                      + LEADS
                      + "|GET /settings|POST /clients"
                      + "|(DELETE|PATCH) /clients/\\{id}"),
          "finance",
              Pattern.compile(
                  CHANGES + READS + IMPORTS + LEADS + "|POST /clients|DELETE /clients/\\{id}"));

  /** What computes Argon2 on purpose, and would take the time of a thousand others. */
  private static final Pattern COSTLY =
      Pattern.compile("POST /(auth/(login|password)|users(/bulk.*|/.*reset-password)?)");

  private Rules() {}

  static boolean isCostly(Operation operation) {
    return COSTLY.matcher(operation.toString()).matches();
  }

  static boolean leftOut(Operation operation) {
    return LEFT_OUT.containsKey(operation.toString());
  }

  /** Says of a draft whose caller may not do this at all that it must be refused. */
  static void judge(Draft draft) {
    var operation = draft.operation;
    draft.mustBeRefused(
        draft.caller.equals(Callers.NOBODY) && !operation.open(), "nobody is signed in");
    var closed = CLOSED.get(draft.caller);
    // A bulk tells the refusal of each item in an answer that is a 200.
    draft.mustBeRefused(
        closed != null
            && !operation.path().contains("/bulk/")
            && closed.matcher(operation.toString()).matches(),
        "the role " + draft.caller + " may not");
  }
}
