package org.crmportal.itests.access;

import java.util.List;
import org.crmportal.itests.Answer;

/**
 * Somebody whose role changes all the time; nothing that they get may show what they may not see.
 */
final class Subject {

  private final World world;
  private final Findings findings;
  private final Digest digest;
  private Role role = Role.of(java.util.Set.of());

  Subject(World world, Findings findings, Digest digest) {
    this.world = world;
    this.findings = findings;
    this.digest = digest;
  }

  Role role() {
    return role;
  }

  Findings findings() {
    return findings;
  }

  void become(Role next) {
    world.people.grant(world.people.subjectRole, next.grants());
    role = next;
  }

  Answer get(String path) {
    return call(Attempt.of("GET", path, "", 200));
  }

  Answer call(Attempt attempt) {
    var answer = attempt.by(world.people.subject);
    leaks(attempt, answer);
    return answer;
  }

  /** What the rules permit is done, and put right again. */
  void permitted(List<Attempt> attempts) {
    for (var attempt : attempts) {
      var answer = call(attempt);
      findings.expect(attempt.expected().contains(answer.status()), answer, about(attempt));
      attempt.after().accept(answer);
    }
  }

  /** What the rules refuse is refused, and changes nothing. */
  void refused(List<Attempt> attempts) {
    var before = digest.now();
    for (var attempt : attempts) {
      var answer = call(attempt);
      findings.expect(attempt.expected().contains(answer.status()), answer, about(attempt));
      attempt.after().accept(answer);
    }
    if (!before.equals(digest.now())) {
      attempts.forEach(this::blame);
    }
  }

  /** One of several has changed something: each is called once more, to see which. */
  private void blame(Attempt attempt) {
    var before = digest.now();
    attempt.by(world.people.subject);
    var after = digest.now();
    after.removeAll(before);
    if (!after.isEmpty()) {
      findings.add(about(attempt) + ": was refused and changed " + after);
    }
  }

  private void leaks(Attempt attempt, Answer answer) {
    if (attempt.path().startsWith("/audit-logs")) {
      return;
    }
    var sent = attempt.toString();
    for (var item : world.all()) {
      if (!item.marker().isEmpty()
          && !role.sees(item)
          && answer.body().contains(item.marker())
          && !sent.contains(item.marker())) {
        findings.add(about(attempt) + ": shows " + item.path() + ", " + item.nearness());
      }
    }
  }

  String about(Object what) {
    return "with " + role.name() + " " + what;
  }
}
