package org.crmportal.configuration.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the file in a bundle that the standard's annotations on a configuration become. */
final class Metatype {

  private Metatype() {}

  /** What is declared, by file and key. */
  static Map<String, Map<String, Declaration>> read(InputStream in) throws IOException {
    var root = parsed(in);
    var kinds = new HashMap<String, Map<String, Declaration>>();
    for (var kind : children(root, "OCD")) {
      var keys = new LinkedHashMap<String, Declaration>();
      for (var attribute : children(kind, "AD")) {
        var declaration = declaration(attribute);
        keys.put(declaration.key(), declaration);
      }
      kinds.put(kind.getAttribute("id"), keys);
    }
    var files = new HashMap<String, Map<String, Declaration>>();
    for (var designate : children(root, "Designate")) {
      for (var object : children(designate, "Object")) {
        var keys = kinds.getOrDefault(object.getAttribute("ocdref"), Map.of());
        files
            .computeIfAbsent(designate.getAttribute("pid"), pid -> new LinkedHashMap<>())
            .putAll(keys);
      }
    }
    return files;
  }

  private static Element parsed(InputStream in) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(in).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static Declaration declaration(Element attribute) {
    return new Declaration(
        attribute.getAttribute("id"),
        attribute.getAttribute("name"),
        type(attribute.getAttribute("type")),
        limit(attribute, "min"),
        limit(attribute, "max"),
        children(attribute, "Option").stream().map(each -> each.getAttribute("value")).toList(),
        attribute.getAttribute("default"));
  }

  private static Declaration.Type type(String word) {
    return switch (word) {
      case "Integer", "Long", "Short", "Byte" -> Declaration.Type.WHOLE;
      case "Double", "Float" -> Declaration.Type.NUMBER;
      case "Boolean" -> Declaration.Type.YES_OR_NO;
      case "Password" -> Declaration.Type.SECRET;
      default -> Declaration.Type.TEXT;
    };
  }

  private static @Nullable String limit(Element attribute, String name) {
    return attribute.hasAttribute(name) ? attribute.getAttribute(name) : null;
  }

  private static List<Element> children(Element parent, String name) {
    var found = new java.util.ArrayList<Element>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
