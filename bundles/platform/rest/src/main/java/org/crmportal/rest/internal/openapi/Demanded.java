package org.crmportal.rest.internal.openapi;

import java.util.LinkedHashSet;
import java.util.Set;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.crmportal.rest.internal.json.Shape.Member;
import org.crmportal.rest.internal.json.Shapes;

/** Tells which fields of a record have to be sent: its constructor is asked, which knows best. */
final class Demanded {

  private Demanded() {}

  static Set<String> of(Class<?> type) {
    var shape = new Shapes().of(type);
    var names = new LinkedHashSet<String>();
    for (var member : shape.byName().values()) {
      if (!member.nullable() && member.raw() != boolean.class) {
        names.add(member.name());
      }
    }
    try {
      var made = (Record) shape.make(new Object[shape.byName().size()]);
      // What is there although nobody gave it has a default.
      names.removeIf(name -> isFilled(shape.byName().get(name), made));
    } catch (CrmException e) {
      names.retainAll(e.violations().stream().map(Violation::field).toList());
    } catch (RuntimeException e) {
      // It fails without them, so they are all needed.
      return names;
    }
    return names;
  }

  private static boolean isFilled(Member member, Record made) {
    return !member.raw().isPrimitive() && member.of(made) != null;
  }
}
