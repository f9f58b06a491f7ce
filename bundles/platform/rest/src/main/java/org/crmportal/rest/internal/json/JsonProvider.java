package org.crmportal.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.crmportal.platform.CrmException;
import org.crmportal.rest.MergePatch;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Problems;
import org.jspecify.annotations.Nullable;

/** Bodies as JSON. What is wrong with one is kept for the invoker, so that it is answered there. */
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json", MediaType.WILDCARD})
@Produces({MediaType.APPLICATION_JSON, Problems.TYPE})
public final class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  private final Json json;
  private final Function<JsonNode, MergePatch> patches;

  public JsonProvider(Json json, Function<JsonNode, MergePatch> patches) {
    this.json = json;
    this.patches = patches;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return reads(type);
  }

  /** Whether a body can become a value of a class. */
  public boolean reads(Class<?> type) {
    return type.isRecord()
        || type == MergePatch.class
        || JsonNode.class.isAssignableFrom(type)
        || Collection.class.isAssignableFrom(type)
        || type == Map.class;
  }

  @Override
  public @Nullable Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    return body(Call.current(), () -> body, generic);
  }

  /** Opens the body of a call. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /** The body of a call as a value; null if it is refused, which the call then knows. */
  public @Nullable Object body(Call call, Source source, Type generic) {
    try {
      // Not closed: the web server would first wait for the rest of a body that never ends.
      var body = source.open();
      if (call.idempotencyKey() == null) {
        return read(body, generic);
      }
      var bytes = body.readAllBytes();
      call.incoming().keep(bytes);
      return read(new ByteArrayInputStream(bytes), generic);
    } catch (CrmException e) {
      call.incoming().refuse(e);
      return null;
    } catch (IOException e) {
      call.incoming().refuse(CrmException.badRequest("The body could not be read to its end"));
      return null;
    }
  }

  private @Nullable Object read(InputStream in, Type type) throws IOException {
    var tree = json.parse(in);
    if (tree != null && tree.isNull()) {
      throw CrmException.badRequest("The body must be a JSON object");
    }
    var body = tree == null ? JsonNodeFactory.instance.objectNode() : tree;
    return type == MergePatch.class ? patches.apply(body) : json.decoder().read(body, type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type != byte[].class
        && type != String.class
        && !StreamingOutput.class.isAssignableFrom(type)
        && !InputStream.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    json.write(value, out);
  }
}
