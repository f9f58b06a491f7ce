package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.rest.internal.json.Decoder;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an import's form. */
final class ImportForm {

  private static final int MAX_PART = 64 * 1024;
  private static final Set<String> NAMES =
      Set.of(
          "file",
          "mapping",
          "constants",
          "date_format",
          "decimal",
          "key",
          "dry_run",
          "allow_duplicate");

  private final Map<String, Attachment> parts = new LinkedHashMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Json json;

  ImportForm(MultipartBody form, Json json) {
    this.json = json;
    for (var part : form.getAllAttachments()) {
      var disposition = part.getContentDisposition();
      var name = disposition == null ? null : disposition.getParameter("name");
      if (name == null || !NAMES.contains(name)) {
        violations.add(new Violation(String.valueOf(name), "unknown", "is not a known part"));
      } else if (parts.put(name, part) != null) {
        violations.add(new Violation(name, "duplicate", "is given more than once"));
      }
    }
    for (var needed : List.of("file", "mapping")) {
      if (!parts.containsKey(needed)) {
        violations.add(new Violation(needed, "required", "must be given"));
      }
    }
  }

  /**
   * What the parts ask for.
   *
   * @param fixed fields that the path gives to every record
   * @throws CrmException {@code INVALID} with every violation
   */
  CsvImport how(Map<String, String> fixed) {
    var mapping = object("mapping");
    var constants = object("constants");
    boolean dryRun = flag("dry_run");
    boolean duplicate = flag("allow_duplicate");
    var decimal = Objects.requireNonNullElse(text("decimal"), ".");
    var dateFormat = text("date_format");
    var key = text("key");
    constants.putAll(fixed);
    Decoder.done(violations);
    return new CsvImport(mapping, constants, dateFormat, decimal, key, dryRun, duplicate);
  }

  /** The file itself. */
  InputStream file() throws IOException {
    return Objects.requireNonNull(parts.get("file")).getDataHandler().getInputStream();
  }

  private Map<String, String> object(String name) {
    var values = new HashMap<String, String>();
    var text = text(name);
    if (text == null) {
      return values;
    }
    try (var in = new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      var tree = Objects.requireNonNullElse(json.parse(in), JsonNodeFactory.instance.nullNode());
      if (!tree.isObject()) {
        violations.add(new Violation(name, "wrong_type", "must be a JSON object"));
      }
      for (var field : tree.properties()) {
        if (field.getValue().isValueNode() && !field.getValue().isNull()) {
          values.put(field.getKey(), field.getValue().asText());
        } else {
          var place = Decoder.join(name, field.getKey());
          violations.add(new Violation(place, "wrong_type", "must be a text"));
        }
      }
    } catch (CrmException e) {
      violations.add(new Violation(name, "wrong_type", "is not readable JSON"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  private boolean flag(String name) {
    var text = text(name);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      violations.add(new Violation(name, "wrong_type", "must be true or false"));
    }
    return "true".equals(text);
  }

  private @Nullable String text(String name) {
    var part = parts.get(name);
    if (part == null) {
      return null;
    }
    try (var in = part.getDataHandler().getInputStream()) {
      var bytes = in.readNBytes(MAX_PART + 1);
      if (bytes.length > MAX_PART) {
        violations.add(new Violation(name, "too_long", "has more than 64 KiB"));
        return null;
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
