package org.crmportal.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.crmportal.platform.job.CsvImport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportTest {

  private static final String NAMES = "SELECT name FROM gadgets ORDER BY name";

  private final JobsFixture fixture = new JobsFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void rowsBecomeRecords() {
    var mapping =
        Map.of(
            "Name",
            "name",
            "Colour",
            "colour",
            "Price",
            "price",
            "Built",
            "built", //
            "Made",
            "created_at",
            "Owner",
            "assigned_to",
            "Region",
            "metadata.region");
    var how = new CsvImport(mapping, Map.of("stock", "5"), "M/d/yyyy", ",", null, false, false);

    var job =
        fixture.imported(
            how,
            "Name;Colour;Price;Built;Made;Owner;Region;Ignored\n"
                + "Lamp;Dark Blue;1.234,5;10/20/2016;2/1/2015;"
                + TestNode.ANN
                + ";North;x\n");

    assertThat(job.rowsDone()).isEqualTo(1);
    assertThat(job.rowsTotal()).isEqualTo(1);
    assertThat(
            fixture.ask(
                "SELECT concat_ws('|', name, colour, price, built, created_at, assigned_to,"
                    + " metadata ->> 'region', stock, created_by) FROM gadgets"))
        .containsExactly(
            "Lamp|dark_blue|1234.50|2016-10-20|2015-02-01 00:00:00|%s|North|5|%s"
                .formatted(TestNode.ANN, TestNode.ANN));
  }

  @Test
  void aBadRowHurtsNoOther() throws IOException {
    var mapping = Map.of("Name", "name", "Mail", "email", "Price", "price");
    var file =
        """
        Name,Mail,Price
        A,a@example.org,1
        ,nobody,cheap
        B,a@example.org,=2

        C
        Boom,c@example.org,3
        D,"d@example.org",4
        """;

    var job = fixture.imported(JobsFixture.plain(mapping), file);

    assertThat(job.rowsTotal()).isEqualTo(6);
    assertThat(job.rowsDone()).isEqualTo(2);
    assertThat(job.rowsFailed()).isEqualTo(4);
    assertThat(fixture.ask(NAMES)).containsExactly("A", "D");
    var errors = fixture.errors(job).split("\r\n", -1);
    assertThat(errors[0]).isEqualTo("row,errors,Name,Mail,Price");
    assertThat(errors[1])
        .isEqualTo(
            "3,price: must be a number with . before its decimals; name: must not be empty;"
                + " email: must be an e-mail address,,nobody,cheap");
    assertThat(errors[2]).startsWith("4,price: must be a number").endsWith(",B,a@example.org,'=2");
    assertThat(errors[3]).isEqualTo("6,\"has 1 cells, the header 3\",C");
    assertThat(errors[4]).startsWith("7,failed for a reason").doesNotContain("secret");
    assertThat(errors).hasSize(6);
  }

  @Test
  void aRowThatTheDatabaseRefusesFailsAlone() {
    var file = new StringBuilder("Name,Mail\n");
    for (int i = 0; i < 1_000; i++) {
      file.append("G").append(i).append(",g").append(i % 10 == 3 ? 3 : i).append("@example.org\n");
    }

    var job =
        fixture.imported(
            JobsFixture.plain(Map.of("Name", "name", "Mail", "email")), file.toString());

    assertThat(job.rowsFailed()).isEqualTo(99);
    assertThat(job.rowsDone()).isEqualTo(901);
    assertThat(fixture.ask("SELECT count(*) FROM gadgets")).containsExactly("901");
    assertThat(fixture.ask("SELECT DISTINCT code FROM job_errors")).containsExactly("taken");
  }

  @Test
  void aKeyFindsTheRecordToChange() {
    fixture.imported(
        JobsFixture.plain(
            Map.of("Name", "name", "Mail", "email", "Price", "price", "R", "metadata.r")),
        "Name,Mail,Price,R\nA,a@example.org,1,x\nB,b@example.org,2,y\n");
    var how =
        new CsvImport(
            Map.of("Name", "name", "Mail", "email", "Price", "price", "S", "metadata.s"),
            Map.of(),
            null,
            ".",
            "email",
            false,
            false);

    var job =
        fixture.imported(how, "Name,Mail,Price,S\n,a@example.org,7,z\nC,c@example.org,3,\nD,,4,\n");

    assertThat(job.rowsDone()).isEqualTo(2);
    assertThat(
            fixture.ask("SELECT concat_ws('|', name, price, metadata) FROM gadgets ORDER BY email"))
        .containsExactly(
            "A|7.00|{\"r\": \"x\", \"s\": \"z\"}", "B|2.00|{\"r\": \"y\"}", "C|3.00|{}");
    assertThat(fixture.ask("SELECT reason FROM job_errors"))
        .containsExactly("must not be empty: it is the key");
  }

  @Test
  void aFileOfManyPartsIsReadWhole() {
    var file = new StringBuilder("Name,Notes\n");
    for (int i = 0; i < 3_000; i++) {
      file.append("G").append(i).append(",").append("\u20AC".repeat(200)).append('\n');
    }

    var job = fixture.imported(JobsFixture.plain(Map.of("Name", "name")), file.toString());

    assertThat(job.rowsDone()).isEqualTo(3_000);
    assertThat(fixture.ask("SELECT count(DISTINCT name) FROM gadgets")).containsExactly("3000");
  }
}
