package org.crmportal.rest.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Page;
import org.jspecify.annotations.Nullable;

/** The one way in which values become JSON and JSON becomes values. */
public final class Json {

  private final ObjectMapper mapper = mapper();
  private final Shapes shapes = new Shapes();
  private final Encoder encoder = new Encoder(shapes);
  private final Decoder decoder = new Decoder(shapes);

  /** Reads text as JSON; null if there is nothing but white space. */
  public @Nullable JsonNode parse(InputStream body) throws IOException {
    try (var parser = mapper.createParser(strict(body))) {
      JsonNode tree = mapper.readTree(parser);
      if (parser.nextToken() != null) {
        throw CrmException.badRequest("The body goes on after its JSON value");
      }
      return tree == null || tree.isMissingNode() ? null : tree;
    } catch (CharacterCodingException e) {
      throw CrmException.badRequest("The body is not UTF-8");
    } catch (ArithmeticException | NumberFormatException e) {
      throw CrmException.badRequest("The body has a number that cannot be read");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw CrmException.badRequest(
          "The body is not readable JSON"
              + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }
  }

  /** Jackson's own reading of bytes takes overlong sequences, and other encodings than UTF-8. */
  private static Reader strict(InputStream body) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(body, decoder);
  }

  /** Reads JSON strictly. */
  public Decoder decoder() {
    return decoder;
  }

  /** What record classes look like. */
  public Shapes shapes() {
    return shapes;
  }

  /** Writes a value as JSON. */
  public void write(@Nullable Object value, OutputStream out) throws IOException {
    try (var json = mapper.getFactory().createGenerator(out)) {
      encoder.write(json, value);
    }
  }

  /** A value as JSON. */
  public byte[] bytes(@Nullable Object value) {
    var out = new ByteArrayOutputStream(1024);
    try {
      write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A value as a tree of JSON. */
  public JsonNode tree(Object value) {
    try {
      return mapper.readTree(bytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record of which only some fields are written. */
  public static Object trimmed(Record record, Set<String> fields) {
    return new Encoder.Trimmed(record, fields);
  }

  /** A page of whose records only some fields are written. */
  public static Page<?> trimmed(Page<? extends Record> page, Set<String> fields) {
    var items = page.items().stream().map(item -> trimmed(item, fields)).toList();
    return new Page<>(items, page.nextCursor(), page.total());
  }

  private static ObjectMapper mapper() {
    var limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxNumberLength(128)
            .maxStringLength(1024 * 1024)
            .maxNameLength(1024)
            .build();
    var factory =
        com.fasterxml.jackson.core.JsonFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // Without it, a name with a character beyond 16 bits is no UTF-8.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }
}
