package org.crmportal.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void aPageIsATableThatSaysWhetherThereIsMore() throws JsonProcessingException {
    var page =
        """
        {"items": [{"id": 1, "name": "Ada", "gone": null}, {"id": 2, "name": "Bo", "gone": null}],
         "next_cursor": "abc", "total": 7}
        """;

    assertThat(text(page))
        .isEqualTo(
            """
            id  name
             1  Ada
             2  Bo
            of 7 in all
            there are more: cursor=abc
            """);
    assertThat(text(page, "name")).startsWith("name\nAda\nBo\n");
  }

  @Test
  void nothingIsSaidInAWord() throws JsonProcessingException {
    assertThat(text("{\"items\": [], \"next_cursor\": null, \"total\": null}"))
        .isEqualTo("nothing\n");
  }

  @Test
  void aRecordHasALineForEachFieldThatHoldsSomething() throws JsonProcessingException {
    assertThat(
            text(
                """
                {"name": "Ada", "phone": null, "tags": ["a", "b"], "metadata": {},
                 "created_at": "2026-01-02T03:04:05.678Z", "more": {"x": 1}}
                """))
        .isEqualTo(
            """
            name        Ada
            tags        a, b
            created_at  2026-01-02 03:04:05
            more        {"x":1}
            """);
  }

  private static String text(String json, String... columns) throws JsonProcessingException {
    return new Answer(80).text(new JsonMapper().readTree(json), List.of(columns));
  }
}
