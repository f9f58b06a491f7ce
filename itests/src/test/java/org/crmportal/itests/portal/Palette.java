package org.crmportal.itests.portal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Keeps the 256 most used colours of a picture: a page has hardly more, and a third of the bytes.
 */
final class Palette {

  private static final int SIZE = 256;

  private Palette() {}

  static byte[] reduced(byte[] png) throws IOException {
    var from = ImageIO.read(new ByteArrayInputStream(png));
    var colours = mostUsed(from);
    var to =
        new BufferedImage(
            from.getWidth(), from.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(colours));
    var known = new HashMap<Integer, Integer>();
    for (var y = 0; y < from.getHeight(); y++) {
      for (var x = 0; x < from.getWidth(); x++) {
        var index = known.computeIfAbsent(from.getRGB(x, y), rgb -> nearest(colours, rgb));
        to.getRaster().setSample(x, y, 0, index);
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(to, "png", bytes);
    return bytes.toByteArray();
  }

  private static int[] mostUsed(BufferedImage image) {
    var counts = new HashMap<Integer, Integer>();
    for (var rgb :
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
      counts.merge(rgb, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(SIZE)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static IndexColorModel model(int[] colours) {
    return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private static int nearest(int[] colours, int rgb) {
    var best = 0;
    for (var i = 1; i < colours.length; i++) {
      if (distance(colours[i], rgb) < distance(colours[best], rgb)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    var red = (one >> 16 & 255) - (other >> 16 & 255);
    var green = (one >> 8 & 255) - (other >> 8 & 255);
    var blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }
}
