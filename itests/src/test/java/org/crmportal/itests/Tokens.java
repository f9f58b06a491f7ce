package org.crmportal.itests;

import java.util.Map;

/** The pair of tokens of one sign-in of the administrator. */
record Tokens(String access, String refresh) {

  /** The answer to a sign-in. */
  static Answer signIn(Api nobody) {
    var body = Map.of("email", CrmNode.ADMIN_EMAIL, "password", CrmNode.ADMIN_PASSWORD);
    return nobody.post("/auth/login", body);
  }

  /** The pair that an answer gives. */
  static Tokens of(Answer answer) {
    return new Tokens(answer.text("access_token"), answer.text("refresh_token"));
  }

  /** The answer to their being changed for the next pair. */
  Answer refreshed(Api nobody) {
    return nobody.post("/auth/refresh", Map.of("refresh_token", refresh));
  }

  /** Who has the access token. */
  Api caller(Api nobody) {
    return nobody.with("Authorization", "Bearer " + access);
  }

  /** What a call with the access token is answered. */
  int status(Api nobody) {
    return caller(nobody).get("/auth/me").status();
  }
}
