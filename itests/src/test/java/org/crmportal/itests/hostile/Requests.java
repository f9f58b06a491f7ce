package org.crmportal.itests.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;

/** Makes the requests: each from its number and the seed alone, and what the server has. */
final class Requests {

  private static final int CONTROLS = 12;

  private final long seed;
  private final Callers callers;
  private final List<String> names;
  private final Places places;
  private final Samples samples;
  private final List<Operation> operations;
  private final List<Attack> attacks;

  Requests(long seed, Contract contract, Callers callers, Places places) {
    this.seed = seed;
    this.callers = callers;
    this.names = callers.names();
    this.places = places;
    this.samples = new Samples(contract, places);
    this.operations = contract.operations().stream().filter(o -> !Rules.leftOut(o)).toList();
    var hostile = inSession(Hostile::new);
    this.attacks =
        Stream.of(
                new TreeAttacks(contract, hostile).all(),
                TextAttacks.all(),
                new QueryAttacks(places, hostile).all(),
                new FilterAttacks(contract, hostile).all(),
                new TokenAttacks(hostile).all(),
                new HeaderAttacks(hostile).all(),
                new PathAttacks(contract, hostile).all(),
                new FormAttacks(hostile).all(),
                WireAttacks.all())
            .flatMap(List::stream)
            .toList();
  }

  /** The request with a number. */
  synchronized Draft request(long number) {
    return inSession(() -> made(number));
  }

  /** The generators of jqwik want to be used in a session, by one thread at a time. */
  private static <T> T inSession(Supplier<T> work) {
    var made = new ArrayList<T>();
    JqwikSession.run(() -> made.add(work.get()));
    return made.get(0);
  }

  private Draft made(long number) {
    var random = new Random(mixed(number));
    var caller = Hostile.one(random, names);
    if (random.nextInt(CONTROLS) == 0) {
      return finished(plain(Hostile.one(random, operations), caller, random));
    }
    var attack = Hostile.one(random, attacks);
    var fitting = operations.stream().filter(attack.fits()).toList();
    var operation = Hostile.one(random, fitting);
    if (Rules.isCostly(operation) && random.nextInt(6) > 0) {
      operation = Hostile.one(random, fitting);
    }
    var draft = plain(operation, caller, random);
    attack.on(draft, random);
    if (draft.wire == null && random.nextInt(4) == 0) {
      var second = Hostile.one(random, attacks);
      if (!second.part().equals(attack.part())
          && !together(attack, second)
          && second.fits().test(draft.operation)) {
        second.on(draft, random);
      }
    }
    return finished(draft);
  }

  /** Another method has other rules, and a raw request nothing beside it. */
  private static boolean together(Attack first, Attack second) {
    return Stream.of(first, second).anyMatch(each -> each.part().matches("wire|method"));
  }

  private long mixed(long number) {
    long mixed = (seed + number) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 31);
  }

  private Draft plain(Operation operation, String caller, Random random) {
    var draft = new Draft(operation, caller, places.path(operation, random));
    if (!caller.equals(Callers.NOBODY)) {
      draft.header("Authorization", "Bearer " + callers.token(caller));
    }
    if (operation.isForm()) {
      FormAttacks.send(draft, java.util.Map.of());
    } else if (operation.body() != null) {
      draft.header("Content-Type", operation.type());
      draft.tree = samples.body(operation, random);
    }
    Rules.judge(draft);
    return draft;
  }

  private static Draft finished(Draft draft) {
    Bodies.finish(draft);
    return draft;
  }
}
