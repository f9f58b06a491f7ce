package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.Test;

/** What keeps a node from starting is one line that says what to do, and exit status 1. */
class RefusalIT {

  private final CrmNode node = CrmNode.fresh();

  @Test
  void anHttpPortInUse() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(socket.getLocalPort());
      assertThat(refusal(node.with("CRM_HTTP_PORT", port)))
          .startsWith("crm: port " + port + " on 127.0.0.1 cannot be opened")
          .endsWith("free it or set CRM_HTTP_PORT to another");
    }
  }

  @Test
  void aConsolePortInUse() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(socket.getLocalPort());
      assertThat(refusal(node.with("CRM_SSH_PORT", port))).endsWith("set CRM_SSH_PORT to another");
    }
  }

  @Test
  void onePortForTwoThings() {
    var port = node.get("CRM_HTTP_PORT");
    assertThat(refusal(node.with("CRM_SSH_PORT", port)))
        .isEqualTo("crm: CRM_HTTP_PORT and CRM_SSH_PORT are both %s: change one".formatted(port));
  }

  @Test
  void whatIsNoPort() {
    assertThat(refusal(node.with("CRM_HTTP_PORT", "http")))
        .isEqualTo("crm: CRM_HTTP_PORT is http: give a port from 1 to 65535");
  }

  @Test
  void aDataFolderThatIsAFile() throws IOException {
    var file = Files.createFile(node.folder().resolve("file"));
    assertThat(refusal(node.with("CRM_DATA", file.toString())))
        .startsWith("crm: CRM_DATA is " + file + ", which cannot be written")
        .endsWith("name a folder that can");
  }

  @Test
  void aDataFolderWhereNobodyMayWrite() {
    assertThat(refusal(node.with("CRM_DATA", "/proc/crm")))
        .startsWith("crm: CRM_DATA is /proc/crm, which cannot be written");
  }

  @Test
  void aDataFolderWhereAnotherNodeRuns() {
    var taken = CrmServer.shared().node().folder();
    assertThat(refusal(node.with("CRM_DATA", taken.toString())))
        .isEqualTo(
            "crm: CRM_DATA is %s, where another node runs: stop it or name another folder"
                .formatted(taken));
  }

  @Test
  void aModuleThatDoesNotExist() {
    assertThat(refusal(node.with("CRM_MODULES", "leads,invoices")))
        .startsWith("crm: CRM_MODULES names invoices, which is no module: choose from ");
  }

  @Test
  void aKeyFileThatIsNotThere() {
    assertThat(refusal(node.with("CRM_JWT_KEY_FILE", "/nowhere/key")))
        .startsWith("crm: CRM_JWT_KEY_FILE is /nowhere/key: name a readable file");
  }

  @Test
  void aDatabaseThatDoesNotAnswer() {
    var url = "jdbc:postgresql://127.0.0.1:%d/crm".formatted(CrmNode.freePort());
    assertThat(refusal(node.with("CRM_DB_URL", url)))
        .startsWith("crm: " + url + " cannot be reached")
        .endsWith("start it or correct CRM_DB_URL");
  }

  @Test
  void aDatabaseOfAnotherKind() {
    assertThat(refusal(node.with("CRM_DB_URL", "jdbc:mysql://127.0.0.1/crm")))
        .startsWith("crm: CRM_DB_URL is jdbc:mysql://127.0.0.1/crm: give a JDBC URL such as");
  }

  @Test
  void aDatabasePasswordWithoutADatabase() {
    assertThat(refusal(node.with("CRM_DB_PASSWORD", "secret")))
        .startsWith("crm: CRM_DB_PASSWORD is set but CRM_DB_URL is not");
  }

  @Test
  void aWrongPasswordOfTheDatabase() throws Exception {
    try (var database = PostgresServer.start(node.folder().resolve("external"))) {
      node.with("CRM_DB_URL", database.url()).with("CRM_DB_USER", "crm");
      assertThat(refusal(node.with("CRM_DB_PASSWORD", "guessed")))
          .isEqualTo(
              "crm: %s refuses user crm: check CRM_DB_USER and CRM_DB_PASSWORD"
                  .formatted(database.url()));
      var missing = database.url().replace("/crm", "/elsewhere");
      node.with("CRM_DB_URL", missing).with("CRM_DB_PASSWORD", database.password());
      assertThat(refusal(node)).startsWith("crm: " + missing + " names a database that is not");
    }
  }

  private static String refusal(CrmNode node) {
    var server = node.launch();
    assertThat(server.exitStatus()).isEqualTo(1);
    assertThat(server.output().lines()).hasSize(1);
    return server.output().strip();
  }
}
