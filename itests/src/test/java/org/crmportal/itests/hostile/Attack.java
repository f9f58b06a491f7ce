package org.crmportal.itests.hostile;

import java.util.Random;
import java.util.function.Predicate;

/**
 * One way to make a request hostile.
 *
 * @param part what it changes; two attacks on one part would undo each other
 * @param fits the operations that it can be tried on
 */
record Attack(String part, String name, Predicate<Operation> fits, Blow blow) {

  /** Changes a request. */
  @FunctionalInterface
  interface Blow {
    void on(Draft draft, Random random);
  }

  void on(Draft draft, Random random) {
    draft.tell(name);
    blow.on(draft, random);
  }
}
