package org.crmportal.auth.internal;

import java.util.List;
import org.crmportal.platform.NoticeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears from the database that a node changed what users may do. */
@Component
public final class AccessListener implements NoticeListener {

  private final AccessCache cache;

  @Activate
  public AccessListener(@Reference AccessCache cache) {
    this.cache = cache;
  }

  @Override
  public String channel() {
    return "crm_access";
  }

  @Override
  public void heard(List<String> texts) {
    cache.drop();
  }

  @Override
  public void missed() {
    cache.drop();
  }
}
