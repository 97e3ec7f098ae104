package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DrawingsTest {
    private static final String PLAN = """
        muster: 1
        plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
        agents:
          - {id: ann, name: Ann, kind: human}
          - {id: bob, name: Bob, kind: human}
        phases:
          - id: build
            title: Build
            tasks:
              - {id: a, title: A, owners: [ann], estimate: 6h}
              - {id: b, title: B, owners: [bob], estimate: 4h}
              - {id: c, title: C, owners: [bob], estimate: 4h, needs: [a, b], deadline: "2026-01-05T19:00:00Z"}
              - {id: m, title: Done, kind: milestone, needs: [c]}
        gates:
          - {id: go, title: Go, approvers: [ann], after: [a], guards: [c]}
        """;

    /// Labels in the order of their rows.
    private static final int NEIGHBOURS = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 500})
    void noLabelOfAGanttChartTouchesAnother(int tasks) throws IOException {
        var svg = gantt(Drawn.chain(titles(tasks)));

        assertThat(Drawn.texts(svg)).hasSizeGreaterThan(2 * tasks);
        Drawn.assertApart(svg, NEIGHBOURS);
    }

    @Test
    void moreThanFiveHundredItemsAreDrawnAsTheirPhases() throws IOException {
        var svg = gantt(Drawn.chain(titles(501)));

        assertThat(Drawn.texts(svg))
                .filteredOn(text -> text.getAttribute("class").equals("name"))
                .isEmpty();
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("Gantt chart of 501 items in 1 phase, from 2026-01-05T08:00:00Z to 2026-01-26T05:00:00Z; "
                        + "501 critical. Phases stand for their items.");
    }

    @Test
    void barsTellWhatIsCriticalHowMuchRoomThereIsAndWhatIsDue() throws IOException {
        var svg = gantt(PLAN);

        assertThat(explanations(svg))
                .contains(
                        "A (a, work): 2026-01-05T08:00:00Z to 2026-01-05T14:00:00Z, Ann, critical",
                        "B (b, work): 2026-01-05T08:00:00Z to 2026-01-05T12:00:00Z, Bob, slack 2 h",
                        "C (c, work): 2026-01-05T14:00:00Z to 2026-01-05T18:00:00Z, Bob, critical, deadline "
                                + "2026-01-05T19:00:00Z");
        var bar = group(svg, "B (b");
        var classes = IntStream.range(0, bar.getChildNodes().getLength())
                .mapToObj(bar.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(each -> ((Element) each).getAttribute("class"))
                .toList();
        assertThat(classes).contains("room", "work").doesNotContain("critical");
    }

    @Test
    void aLineMarksTodayOnlyIfAskedFor() throws IOException {
        var table = Drawn.table(folder, PLAN);
        var at = Instant.parse("2026-01-05T10:00:00Z");

        assertThat(Gantt.draw(table, Look.PLAIN)).doesNotContain("class=\"today\"");
        assertThat(Gantt.draw(table, new Look(Look.Theme.AUTO, at))).contains("class=\"today\"");
    }

    @Test
    void theThemeIsTheReadersUnlessOneIsAskedFor() throws IOException {
        var table = Drawn.table(folder, PLAN);

        assertThat(Gantt.draw(table, Look.PLAIN)).contains("prefers-color-scheme: dark");
        assertThat(Gantt.draw(table, new Look(Look.Theme.DARK, null)))
                .doesNotContain("prefers-color-scheme")
                .contains("color-scheme: dark");
    }

    @Test
    void aDrawingSaysWhatItShowsToThoseWhoDoNotSeeIt() throws IOException {
        var root = gantt(PLAN).getDocumentElement();

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title desc");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Demo");
    }

    @Test
    void hostileTitlesAreTextInDrawings() throws IOException {
        var table = Drawn.table(folder, Drawn.chain(Drawn.HOSTILE));

        for (var text : List.of(Gantt.draw(table, Look.PLAIN), LoadChart.draw(table, Look.PLAIN))) {
            var svg = Drawn.xml(text);
            assertThat(svg.getElementsByTagName("script").getLength()).isZero();
            assertThat(text).doesNotContain("\u202E").doesNotContain("<!--");
            Drawn.assertApart(svg, NEIGHBOURS);
        }
    }

    @Test
    void theLoadOfADayIsAsHighAsItsWork() throws IOException {
        var svg = Drawn.xml(LoadChart.draw(Drawn.table(folder, PLAN), Look.PLAIN));

        assertThat(explanations(svg)).contains("2026-01-05: 6 h", "2026-01-05: 8 h");
        Drawn.assertApart(svg, NEIGHBOURS);
    }

    private Document gantt(String plan) throws IOException {
        return Drawn.xml(Gantt.draw(Drawn.table(folder, plan), Look.PLAIN));
    }

    private static List<String> titles(int tasks) {
        return IntStream.range(0, tasks)
                .mapToObj(i -> i % 3 == 0 ? "WWMM ".repeat(30) + i : "Task " + i)
                .toList();
    }

    private static List<String> explanations(Document svg) {
        var all = svg.getElementsByTagName("title");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getTextContent())
                .toList();
    }

    private static Element group(Document svg, String explanation) {
        var all = svg.getElementsByTagName("g");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(each -> each.getTextContent().strip().startsWith(explanation))
                .findFirst()
                .orElseThrow();
    }
}
