package org.crmportal.auth.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes and checks access tokens: JWTs with one algorithm, one issuer and one audience. */
final class AccessTokens {

  static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final String ISSUER = "crm-portal";
  private static final String AUDIENCE = "crm-portal-api";
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

  private static final int MOST_REMEMBERED = 10_000;

  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final InstantSource clock;

  /** Tokens whose signature and form were found right; whether one is in force is always asked. */
  private final Map<String, Genuine> genuine = new ConcurrentHashMap<>();

  /**
   * @param key at least 32 bytes
   */
  AccessTokens(byte[] key, InstantSource clock) {
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key for access tokens is not usable", e);
    }
    this.clock = clock;
  }

  /** Who holds a token, and the session that it belongs to. */
  record Holder(UUID user, UUID session) {}

  /** What a genuine token says. */
  private record Genuine(Holder holder, Instant issued, Instant expires) {}

  String issue(UUID user, UUID session) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(user.toString())
            .claim("sid", session.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    var jwt = new SignedJWT(HEADER, claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  /** The holder of a token, or nobody if anything about it is wrong. */
  Optional<Holder> verify(String token) {
    var known = genuine.get(token);
    if (known == null) {
      known = examine(token);
      if (known == null) {
        return Optional.empty();
      }
      remember(token, known);
    }
    if (inForce(known)) {
      return Optional.of(known.holder());
    }
    genuine.remove(token);
    return Optional.empty();
  }

  /** What is not remembered is only examined again, so that forgetting everything is harmless. */
  private void remember(String token, Genuine known) {
    if (genuine.size() >= MOST_REMEMBERED) {
      genuine.clear();
    }
    genuine.put(token, known);
  }

  private @Nullable Genuine examine(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      // The algorithm is ours to choose, not the token's.
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        return null;
      }
      return genuine(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Genuine genuine(JWTClaimsSet claims) throws ParseException {
    boolean ours =
        ISSUER.equals(claims.getIssuer())
            && claims.getAudience().equals(List.of(AUDIENCE))
            && claims.getExpirationTime() != null
            && claims.getIssueTime() != null;
    return ours
        ? new Genuine(
            holder(claims),
            claims.getIssueTime().toInstant(),
            claims.getExpirationTime().toInstant())
        : null;
  }

  private boolean inForce(Genuine token) {
    var now = clock.instant();
    return now.isBefore(token.expires().plus(SKEW)) && !now.isBefore(token.issued().minus(SKEW));
  }

  private static Holder holder(JWTClaimsSet claims) throws ParseException {
    var session = claims.getStringClaim("sid");
    if (claims.getSubject() == null || session == null) {
      throw new ParseException("no subject or session", 0);
    }
    return new Holder(UUID.fromString(claims.getSubject()), UUID.fromString(session));
  }
}
