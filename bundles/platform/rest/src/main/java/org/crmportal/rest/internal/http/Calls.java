package org.crmportal.rest.internal.http;

import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;

/** Gives a resource's method the call that it asks for with {@code @Context}. */
public final class Calls implements ContextProvider<Call> {

  @Override
  public Call createContext(Message message) {
    return Call.current();
  }
}
