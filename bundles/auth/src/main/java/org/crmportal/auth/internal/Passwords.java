package org.crmportal.auth.internal;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.shiro.crypto.hash.AbstractCryptHash;
import org.apache.shiro.crypto.hash.HashSpi;
import org.apache.shiro.crypto.hash.SimpleHashRequest;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider.Parameters;
import org.apache.shiro.lang.util.ByteSource;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes passwords with Argon2id. Each hash takes {@value #MEMORY_KIB} KiB for its time, so only a
 * few are made at once: a storm of sign-ins waits, and takes neither all memory nor all processors.
 */
@Component(service = Passwords.class)
public final class Passwords {

  static final int MEMORY_KIB = 19_456;
  static final int ITERATIONS = 2;

  private static final int WAIT_SECONDS = 15;

  private final HashSpi argon2 = new Argon2HashProvider();
  private final SecureRandom random = new SecureRandom();
  private final Semaphore permits =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);
  private final String decoy = hash(PasswordPolicy.generate(random));

  /**
   * Does work that hashes when it is its turn.
   *
   * @throws CrmException {@code TOO_MANY} if the turn does not come in time
   */
  <R> R inTurn(Supplier<R> work) {
    try {
      if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }

  /** The hash of a password, with its parameters and a salt of its own. */
  String hash(String password) {
    var parameters =
        Map.<String, Object>of(
            Parameters.PARAMETER_ITERATIONS, Integer.toString(ITERATIONS),
            Parameters.PARAMETER_MEMORY_KIB, Integer.toString(MEMORY_KIB),
            Parameters.PARAMETER_PARALLELISM, "1");
    var request =
        new SimpleHashRequest(
            Parameters.DEFAULT_ALGORITHM_NAME, ByteSource.Util.bytes(password), null, parameters);
    return ((AbstractCryptHash) argon2.newHashFactory(random).generate(request))
        .formatToCryptString();
  }

  /**
   * Whether a password belongs to a hash. It takes the same time if there is none, so that nobody
   * learns who has an account.
   */
  boolean matches(String password, @Nullable String hash) {
    var matches =
        argon2
            .fromString(hash == null ? decoy : hash)
            .matchesPassword(ByteSource.Util.bytes(password));
    return matches && hash != null;
  }

  /** A password that was never anybody's. */
  String generate() {
    return PasswordPolicy.generate(random);
  }

  private static CrmException busy() {
    return CrmException.of(
        Reason.TOO_MANY, "busy", "Too many are signing in at the moment", Map.of("retry_after", 5));
  }
}
