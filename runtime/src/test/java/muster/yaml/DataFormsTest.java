package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.Matcher;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Share;
import org.junit.jupiter.api.Test;

class DataFormsTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: demo, title: Demo, start: "2026-01-05T09:00:00Z"}
            expectations:
              - {id: e1, title: A, probe: {answers: shop, version: {matches: "^15"}}}
              - {id: e2, title: B, probe: {query: SELECT 1, database: shop, values: 1}}
              - id: e3
                title: C
                probe:
                  table-state: prices
                  database: shop
                  rows: {at-least: 10}
                  types: {id: bigint}
                  null-share: {id: 0, close: 0.05}
                  unique: [id]
                  freshness: {column: seen, oldest: 36h, zone: Europe/Berlin}
              - {id: e4, title: D, probe: {conserved: shop, previous: 5817, dropped: 7}}
            """;

    @Test
    void probesOfDatabasesAreReadAndWrittenBack() {
        var plan = read(PLAN);

        assertThat(plan.expectations())
                .extracting(Expectation::probe)
                .containsExactly(
                        new DataProbe.Answers("shop", new Matcher.Matches("^15")),
                        new DataProbe.Query("shop", "SELECT 1", new Matcher.Equal("1")),
                        new DataProbe.TableState(
                                "shop",
                                "prices",
                                new Matcher.AtLeast(BigDecimal.TEN),
                                new TreeMap<>(Map.of("id", "bigint")),
                                new TreeMap<>(Map.of("id", new Share(0), "close", new Share(0.05))),
                                List.of("id"),
                                new DataProbe.Freshness("seen", Duration.ofHours(36), ZoneId.of("Europe/Berlin"))),
                        new DataProbe.Conserved("shop", 5_817, 7, 0));
        assertThat(read(PlanWriter.write(plan))).isEqualTo(plan);
    }

    @Test
    void aShareIsFromNoneToAll() {
        var parsed = PlanReader.read("muster.yaml", PLAN.replace("0.05", "5").getBytes(StandardCharsets.UTF_8));

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Failed.class,
                        problems ->
                                assertThat(problems.problems().toString()).contains("a share is from 0 to 1, got 5.0"));
    }

    @Test
    void theGuidesExampleIsAPlan() throws IOException {
        var guide = Files.readString(Path.of("../docs/how-to/audit-a-database.md"));
        var begin = guide.indexOf("```yaml") + "```yaml".length();
        var example = guide.substring(begin, guide.indexOf("```", begin));

        var plan = read(PLAN.substring(0, PLAN.indexOf("expectations:")) + example.strip());

        assertThat(plan.expectations()).hasSize(4);
    }

    private static Plan read(String text) {
        return ((Parsed.Ok<Plan>) PlanReader.read("muster.yaml", text.getBytes(StandardCharsets.UTF_8))).value();
    }
}
