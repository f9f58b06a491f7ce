package org.crmportal.jobs.internal.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Finds out how a file encodes its text: by its mark, or else UTF-8 if it can be, or Windows. */
final class CsvText {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BUFFER = 64 * 1024;

  private CsvText() {}

  /** The encoding of a file, which is read to its end. */
  static Charset charset(InputStream file) throws IOException {
    var in = new BufferedInputStream(file, BUFFER);
    var marked = mark(in);
    if (marked != null) {
      return marked.charset();
    }
    return isUtf8(in) ? UTF_8 : WINDOWS;
  }

  /** The text of a file without the mark at its beginning. */
  static Reader open(InputStream file, Charset charset) throws IOException {
    var in = new BufferedInputStream(file, BUFFER);
    var marked = mark(in);
    if (marked != null) {
      in.skipNBytes(marked.length());
    }
    return new InputStreamReader(in, charset);
  }

  private record Mark(Charset charset, int length) {}

  private static @org.jspecify.annotations.Nullable Mark mark(BufferedInputStream in)
      throws IOException {
    in.mark(3);
    var head = in.readNBytes(3);
    in.reset();
    int first = head.length > 1 ? ((head[0] & 0xFF) << 8) | (head[1] & 0xFF) : 0;
    return switch (first) {
      case 0xFEFF -> new Mark(UTF_16BE, 2);
      case 0xFFFE -> new Mark(UTF_16LE, 2);
      case 0xEFBB -> head.length == 3 && head[2] == (byte) 0xBF ? new Mark(UTF_8, 3) : null;
      default -> null;
    };
  }

  private static boolean isUtf8(InputStream in) throws IOException {
    var decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var bytes = ByteBuffer.allocate(BUFFER);
    var chars = CharBuffer.allocate(BUFFER);
    boolean more = true;
    while (more) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      more = read >= 0;
      bytes.position(bytes.position() + Math.max(read, 0)).flip();
      if (decoder.decode(bytes, chars, !more).isError()) {
        return false;
      }
      bytes.compact();
      chars.clear();
    }
    return true;
  }
}
