package org.crmportal.rest.internal.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.BeanParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.UriInfo;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.OwnTransactions;
import org.crmportal.rest.ShownOnce;
import org.jspecify.annotations.Nullable;

/** A method of a resource at its place, with what has to be known of it on every request. */
public final class Route extends OperationResourceInfo {

  private final String path;
  private final @Nullable Guard guard;
  private final @Nullable RecordType<?, ?> type;
  private final boolean transacted;
  private final List<String> segments;
  private final @Nullable Set<String> parameters;

  /**
   * Places a method.
   *
   * @param path the whole path below {@code /api/v1}, e.g. {@code leads/{id}/convert}
   * @param type the record type whose generic route it is, or null if it is a module's own
   * @param guard what it asks of its caller; without one it is refused
   */
  public Route(
      Method method,
      String verb,
      String path,
      ClassResourceInfo owner,
      @Nullable Guard guard,
      @Nullable RecordType<?, ?> type) {
    super(method, owner);
    this.type = type;
    this.path = path;
    this.segments = List.of(path.split("/", -1));
    this.guard = guard;
    int slash = path.indexOf('/');
    setURITemplate(URITemplate.createTemplate(slash < 0 ? "/" : path.substring(slash)));
    setHttpMethod(verb);
    this.transacted =
        !verb.equals("GET")
            && !verb.equals("HEAD")
            && !method.isAnnotationPresent(OwnTransactions.class)
            && guard != null
            && !guard.open();
    this.parameters = parameters(method);
  }

  /** The whole path below {@code /api/v1}. */
  public String path() {
    return path;
  }

  /** The path, taken apart. */
  List<String> segments() {
    return segments;
  }

  /** What it asks of its caller, or null if it does not say so. */
  public @Nullable Guard guard() {
    return guard;
  }

  /** The record type whose generic route it is, or null if it is a module's own. */
  public @Nullable RecordType<?, ?> type() {
    return type;
  }

  /** Whether it runs in a transaction of the request. */
  public boolean transacted() {
    return transacted;
  }

  /** The query parameters that it knows, or null if it looks after them itself. */
  public @Nullable Set<String> parameters() {
    return parameters;
  }

  /** The field of the answer that only the first caller sees, or null if there is none. */
  @Nullable String shownOnce() {
    var secret = getMethodToInvoke().getAnnotation(ShownOnce.class);
    return secret == null ? null : secret.value();
  }

  /** The verb and the path with the names of its variables left out, which is what must differ. */
  public String key() {
    return getHttpMethod() + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  private static @Nullable Set<String> parameters(Method method) {
    var names = new HashSet<String>();
    for (var parameter : method.getParameters()) {
      if (Set.of(UriInfo.class, Call.class).contains(parameter.getType())
          || parameter.isAnnotationPresent(BeanParam.class)) {
        return null;
      }
      var query = parameter.getAnnotation(QueryParam.class);
      if (query != null) {
        names.add(query.value());
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return getHttpMethod()
        + " /"
        + path
        + " "
        + Arrays.toString(getMethodToInvoke().getParameterTypes());
  }
}
