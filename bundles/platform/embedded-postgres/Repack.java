import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Packs PostgreSQL's programs anew in the build: what they come packed with takes two seconds of
 * the first start to unpack, this does not.
 */
final class Repack {

  private static final int BUFFER = 1 << 16;

  private Repack() {}

  /** Takes the folder to write to and the names of the archives on the class path. */
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      var target = folder.resolve(arguments[i] + ".tgz");
      if (Files.notExists(target)) {
        var part = folder.resolve(arguments[i] + ".part");
        repack(arguments[i] + ".txz", part);
        Files.move(part, target);
      }
    }
  }

  private static void repack(String archive, Path target) throws IOException {
    try (var in = ClassLoader.getSystemResourceAsStream(archive)) {
      if (in == null) {
        throw new IOException("there is no " + archive + " on the class path");
      }
      try (var unpacked = new XZInputStream(new BufferedInputStream(in, BUFFER));
          var out = new GZIPOutputStream(Files.newOutputStream(target), BUFFER)) {
        unpacked.transferTo(out);
      }
    }
  }
}
