package org.crmportal.rest.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.cxf.jaxrs.model.MethodDispatcher;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Route;
import org.crmportal.rest.internal.http.RouteIndex;

/**
 * The routes of a segment. CXF tries the regular expression of each of them on every request; it is
 * given only those that can match, and all of them where none can, so that it finds out why.
 */
final class Dispatch extends MethodDispatcher {

  private final RouteIndex index;

  Dispatch(List<Route> routes, RouteIndex index) {
    this.index = index;
    routes.forEach(route -> bind(route, route.getMethodToInvoke()));
  }

  @Override
  public Set<OperationResourceInfo> getOperationResourceInfos() {
    if (JAXRSUtils.getCurrentMessage() == null) {
      return super.getOperationResourceInfos();
    }
    var fitting = index.fitting(Call.current());
    return fitting.isEmpty() ? super.getOperationResourceInfos() : new LinkedHashSet<>(fitting);
  }
}
