package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID USER = UUID.randomUUID();
  private static final UUID SESSION = UUID.randomUUID();

  private final byte[] key =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void aTokenTellsItsHolder() {
    var holder = at(NOW).verify(at(NOW).issue(USER, SESSION));

    assertThat(holder).contains(new AccessTokens.Holder(USER, SESSION));
  }

  @Test
  void aTokenLivesFifteenMinutesAndALittle() {
    var token = at(NOW).issue(USER, SESSION);

    assertThat(at(NOW.plus(Duration.ofMinutes(15))).verify(token)).isPresent();
    assertThat(at(NOW.plus(Duration.ofMinutes(16))).verify(token)).isEmpty();
    assertThat(at(NOW.minusSeconds(10)).verify(token)).isPresent();
    assertThat(at(NOW.minusSeconds(60)).verify(token)).isEmpty();
  }

  @Test
  void aTokenThatIsRememberedStillExpires() {
    var now = new AtomicReference<>(NOW);
    var tokens = new AccessTokens(key, now::get);
    var token = tokens.issue(USER, SESSION);
    assertThat(tokens.verify(token)).isPresent();

    now.set(NOW.plus(Duration.ofMinutes(16)));

    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void whatDiffersFromARememberedTokenIsExaminedByItself() {
    var tokens = at(NOW);
    var token = tokens.issue(USER, SESSION);
    assertThat(tokens.verify(token)).isPresent();

    int signature = token.lastIndexOf('.') + 1;
    var other = token.charAt(signature) == 'A' ? 'B' : 'A';
    var forged = token.substring(0, signature) + other + token.substring(signature + 1);

    assertThat(tokens.verify(forged)).isEmpty();
    assertThat(tokens.verify(token)).isPresent();
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    var other = key.clone();
    Arrays.fill(other, (byte) 7);

    var token = new AccessTokens(other, Clock.fixed(NOW, ZoneOffset.UTC)).issue(USER, SESSION);

    assertThat(at(NOW).verify(token)).isEmpty();
  }

  @Test
  void theAlgorithmIsNotTheTokensToChoose() throws Exception {
    var claims = claims().build();
    var longer = new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), claims);
    longer.sign(new MACSigner(key));

    assertThat(at(NOW).verify(longer.serialize())).isEmpty();
    assertThat(at(NOW).verify(new PlainJWT(claims).serialize())).isEmpty();
  }

  @Test
  void issuerAudienceExpirySubjectAndSessionAreDemanded() throws Exception {
    assertThat(at(NOW).verify(sign(claims()))).isPresent();
    assertThat(at(NOW).verify(sign(claims().issuer("somebody")))).isEmpty();
    assertThat(at(NOW).verify(sign(claims().audience("else")))).isEmpty();
    assertThat(at(NOW).verify(sign(claims().expirationTime(null)))).isEmpty();
    assertThat(at(NOW).verify(sign(claims().subject(null)))).isEmpty();
    assertThat(at(NOW).verify(sign(claims().subject("admin")))).isEmpty();
    assertThat(at(NOW).verify(sign(claims().claim("sid", null)))).isEmpty();
  }

  @Test
  void rubbishIsRefused() {
    for (var token : new String[] {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0..", "\0"}) {
      assertThat(at(NOW).verify(token)).isEmpty();
    }
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new AccessTokens(new byte[16], Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private AccessTokens at(Instant now) {
    return new AccessTokens(key, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("crm-portal")
        .audience("crm-portal-api")
        .subject(USER.toString())
        .claim("sid", SESSION.toString())
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  private String sign(JWTClaimsSet.Builder claims) throws Exception {
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    jwt.sign(new MACSigner(key));
    return jwt.serialize();
  }
}
