package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leads come out of a file and go into one. */
class CsvIT {

  private static final String FILE =
      """
      First name;Last name;E-mail;Estimated value
      Ada;%1$s;%1$s@example.org;1200.50
      Bo;%1$s;no address;much
      """;

  @RegisterExtension private final Visits visits = new Visits();
  private final CrmServer server = CrmServer.shared();

  @Test
  void aFileIsTriedImportedAndExported() throws IOException {
    var name = Fixture.unique("csv").toLowerCase(Locale.ROOT);
    var visitor = visits.to(server).open("/leads");
    visitor.signIn(CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
    visitor.button("Import").click();
    var content = FILE.formatted(name).getBytes(StandardCharsets.UTF_8);
    var file = new FilePayload("leads.csv", "text/csv", content);
    visitor.page().locator("input[type=file]").setInputFiles(file);

    visitor.button("Try it").click();
    assertThat(visitor.page().getByText("Checked. Nothing is saved yet.")).isVisible();
    var wrong = visitor.page().getByRole(AriaRole.ROW);
    assertThat(wrong.getByText("must be an e-mail address")).isVisible();
    assertThat(server.admin().get("/leads?q=" + name).json().get("items")).isEmpty();
    visitor.button("Import 1 row").click();
    assertThat(visitor.page().getByText("Imported", exactly()).first()).isVisible();

    visitor.link("Show Leads").click();
    visitor.field("Search Leads").fill(name);
    assertThat(visitor.cell(name)).isVisible();
    var download = visitor.page().waitForDownload(() -> visitor.button("Export").click());
    assertThat(Files.readString(download.path())).contains(name, "1200.50");
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
