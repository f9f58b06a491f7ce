package org.crmportal.rest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.cxf.attachment.AttachmentDataSource;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** A hash by which a request is known again; of a form its parts count, not how it is wrapped. */
final class RequestHash {

  private final MessageDigest digest;

  private RequestHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(Call call, Object[] arguments) {
    var hash = new RequestHash();
    var body = call.incoming().kept();
    if (body != null) {
      hash.digest.update(body);
    }
    for (var argument : arguments) {
      if (argument instanceof MultipartBody form) {
        hash.add(form);
      }
    }
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(MultipartBody form) {
    for (var part : form.getAllAttachments()) {
      var name = String.valueOf(part.getContentDisposition());
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      keep(part);
      try (InputStream content = part.getDataHandler().getInputStream()) {
        var buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      digest.update((byte) 0);
    }
  }

  /** The first part of a form is a stream that can be read only once, unless it is kept. */
  private static void keep(Attachment part) {
    if (part.getDataHandler().getDataSource() instanceof AttachmentDataSource source) {
      try {
        source.cache(PhaseInterceptorChain.getCurrentMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
