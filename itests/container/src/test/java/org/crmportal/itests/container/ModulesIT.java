package org.crmportal.itests.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.crmportal.clients.ClientService;
import org.crmportal.leads.LeadService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** The modules in the container: their features install, and one comes and goes alone. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ModulesIT {

  private static final int UPDATES = Integer.getInteger("crm.updates", 12);
  private static final int WARM = 4;

  private Rest nobody;

  @Inject BundleContext context;
  @Inject FeaturesService features;

  @Inject
  @Filter(timeout = 240_000)
  LeadService leads;

  @Inject
  @Filter(timeout = 240_000)
  ClientService clients;

  @Configuration
  public Option[] container() throws IOException {
    return Distribution.options();
  }

  @Test
  public void everyModulesFeatureIsInstalled() throws Exception {
    for (var module : List.of("platform", "auth", "leads", "clients")) {
      var feature = features.getFeature("crm-" + module);
      assertNotNull(module, feature);
      assertTrue(module, features.isInstalled(feature));
    }
  }

  @Test
  public void aModuleStopsUpdatesAndStartsAlone() throws Exception {
    await("/clients", 401);
    var module = bundle("crm-clients");
    module.stop();
    await("/clients", 503);
    assertEquals(Bundle.ACTIVE, bundle("crm-leads").getState());
    assertEquals(401, status("/leads"));
    module.update();
    module.start();
    await("/clients", 401);
    assertEquals(401, status("/leads"));
  }

  @Test
  public void clientsComeAndGoWhileLeadsAreUnderLoad() throws Exception {
    var api = new Rest(context.getProperty("crm.http_port")).signIn();
    var lead = api.lead();
    try (var load = new Load(api)) {
      var module = bundle("crm-clients");
      load.more();
      module.stop();
      await("/clients", 503);
      assertTrue(api.get("/clients").body().contains("\"module\":\"clients\""));
      var refused = api.post("/leads/" + lead + "/convert", "");
      assertEquals(503, refused.statusCode());
      assertTrue(refused.body(), refused.body().contains("\"module\":\"clients\""));
      load.more();
      module.update();
      load.more();
      module.start();
      await("/clients", 401);
      load.more();
      assertEquals(List.of(), load.failures());
      assertEquals(0, load.refusals());
    }
    assertEquals(201, api.post("/leads/" + lead + "/convert", "").statusCode());
  }

  @Test
  public void anUpdateOfLeadsUnderLoadIsACleanPause() throws Exception {
    var api = new Rest(context.getProperty("crm.http_port")).signIn();
    try (var load = new Load(api)) {
      for (int i = 0; i < 10; i++) {
        load.more();
        bundle("crm-leads").update();
        await("/leads", 401);
      }
      load.more();
      assertEquals(List.of(), load.failures());
    }
  }

  @Test
  public void updatesLeaveNothingBehind() throws Exception {
    var api = new Rest(context.getProperty("crm.http_port")).signIn();
    var before = new Traces();
    for (int i = 0; i < UPDATES; i++) {
      var module = bundle("crm-leads");
      before.watch(module.adapt(BundleWiring.class).getClassLoader());
      module.update();
      await("/leads", 401);
      api.lead();
      if (i == WARM - 1) {
        before.start();
      }
    }
    var left = before.end();
    System.out.println(UPDATES + " updates of leads: " + left);
    assertTrue(left.toString(), left.loaders() <= 2);
    // The web server's own workers come and go with the load.
    assertTrue(left.toString(), left.threads() <= 32);
    assertTrue(left.toString(), left.classes() <= 500);
  }

  private Bundle bundle(String name) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private void await(String path, int wanted) {
    var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (status(path) != wanted) {
      assertTrue(path + " is not " + wanted, System.nanoTime() < end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private int status(String path) {
    // One for all: each client has a thread of its own until it is collected.
    if (nobody == null) {
      nobody = new Rest(context.getProperty("crm.http_port"));
    }
    return nobody.get(path).statusCode();
  }
}
