package org.crmportal.migration.internal;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.crmportal.migration.FolderStatus;
import org.crmportal.migration.Migrations;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the database for every bundle with a {@code Crm-Changelog}, then publishes the data
 * source {@code crm-<folder>} that the persistence unit waits for. A bundle that is stopped or
 * updated keeps it, so an update restarts nothing; one that is uninstalled loses it.
 */
@Component(service = Migrations.class, immediate = true)
public final class MigrationExtender implements Migrations, BundleTrackerCustomizer<Bundle> {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationExtender.class);
  private static final int INSTALLED_AT_ALL = ~Bundle.UNINSTALLED;

  private final DataSources dataSources;
  private final Folders folders;
  private final BundleTracker<Bundle> tracker;

  @Activate
  public MigrationExtender(
      BundleContext context,
      @Reference(target = "(osgi.jndi.service.name=crm)") DataSource pooled,
      @Reference(target = "(osgi.jndi.service.name=crm-admin)") DataSource admin) {
    dataSources = new DataSources(context, pooled);
    folders = new Folders(new ChangelogRunner(admin), dataSources);
    tracker = new BundleTracker<>(context, INSTALLED_AT_ALL, this);
  }

  @Activate
  void open() {
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
    dataSources.closeAll();
  }

  @Override
  public List<FolderStatus> status() {
    return folders.status();
  }

  @Override
  public void migrate(String folder) {
    folders.migrate(folder);
  }

  @Override
  public void rollback(String folder, int count) {
    folders.rollback(folder, count);
  }

  @Override
  public Bundle addingBundle(Bundle bundle, BundleEvent event) {
    offer(bundle);
    return bundle;
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle same) {
    offer(bundle);
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, Bundle same) {
    if (bundle.getState() == Bundle.UNINSTALLED) {
      folders.withdraw(bundle.getSymbolicName());
    }
  }

  private void offer(Bundle bundle) {
    var header = bundle.getHeaders("").get(ChangelogHeader.NAME);
    if (header == null || bundle.getState() != Bundle.ACTIVE) {
      return;
    }
    try {
      var changelogs = new ArrayList<Changelog>();
      for (var folder : ChangelogHeader.parse(header).entrySet()) {
        var files = files(bundle, "db/" + folder.getKey());
        changelogs.add(new Changelog(folder.getKey(), folder.getValue(), files));
      }
      folders.offer(bundle.getSymbolicName(), changelogs);
    } catch (IllegalArgumentException | IOException e) {
      LOG.error("The changelogs of {} are ignored: {}", bundle.getSymbolicName(), e.getMessage());
    }
  }

  private static SortedMap<String, byte[]> files(Bundle bundle, String folder) throws IOException {
    var urls = bundle.findEntries(folder, "*.sql", false);
    if (urls == null) {
      throw new IOException("there is no " + folder + "/*.sql in it");
    }
    var files = new TreeMap<String, byte[]>();
    for (URL url : Collections.list(urls)) {
      try (var content = url.openStream()) {
        var name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        files.put(folder + "/" + name, content.readAllBytes());
      }
    }
    return files;
  }
}
