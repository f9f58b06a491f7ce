package org.crmportal.shell.internal;

import java.util.List;
import org.apache.sshd.common.file.nonefs.NoneFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.command.AbstractDelegatingCommandFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Leaves of the container's SSH server the shell and its commands: no port, X11 or agent is
 * forwarded, no file is copied, no subsystem runs. Karaf publishes the server before it opens the
 * port, and this bundle starts before Karaf's does, so that there is no moment in between.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class ClosedShell implements BundleActivator {

  private @Nullable ServiceTracker<SshServer, SshServer> servers;

  @Override
  public void start(BundleContext context) {
    servers =
        new ServiceTracker<>(context, SshServer.class, null) {
          @Override
          public SshServer addingService(ServiceReference<SshServer> reference) {
            var server = super.addingService(reference);
            closeDown(server);
            return server;
          }
        };
    servers.open();
  }

  @Override
  public void stop(BundleContext context) {
    if (servers != null) {
      servers.close();
    }
  }

  private static void closeDown(SshServer server) {
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setAgentFactory(null);
    server.setSubsystemFactories(List.of());
    server.setFileSystemFactory(NoneFileSystemFactory.INSTANCE);
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPasswordAuthenticator(null);
    server.setKeyboardInteractiveAuthenticator(null);
    // Karaf wraps its commands in scp.
    if (server.getCommandFactory() instanceof AbstractDelegatingCommandFactory scp) {
      server.setCommandFactory(scp.getDelegateCommandFactory());
    }
  }
}
