package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Weight;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class GraphDrawingTest {
    /// A phase of two after a phase of three; B waits for Ann, who does A first; a link that others imply.
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
              - {id: b, title: B, owners: [ann], estimate: 4h, priority: 1}
              - {id: c, title: C, owners: [bob], estimate: 1h}
          - id: test
            title: Test
            needs: [build]
            tasks:
              - {id: d, title: D, owners: [ann], estimate: 1h}
              - {id: e, title: E, owners: [bob], estimate: 2h, links: [{after: d, kind: start-to-start, lag: 30m}]}
              - {id: m, title: Done, kind: milestone, needs: [d, e, a]}
        gates:
          - {id: go, title: Go, approvers: [ann], after: [m]}
        """;

    @TempDir
    Path folder;

    @Test
    void whatOthersImplyIsLeftOutAndWhatMeetsGoesThroughAJoint() throws IOException {
        var graph = ScheduleGraph.of(Drawn.table(folder, PLAN));

        assertThat(graph.links().stream().map(link -> link.from() + ">" + link.to() + link.label()))
                .containsExactlyInAnyOrder(
                        "a>joint/1",
                        "b>joint/1",
                        "c>joint/1",
                        "joint/1>d",
                        "joint/1>e",
                        "d>m",
                        "e>m",
                        "d>eSS + 30 min",
                        "m>gate:go",
                        "a>b");
        assertThat(graph.says()).contains("Critical path: a, b, d, e, m");
    }

    @Test
    void theCriticalPathIsMarkedFromEndToEnd() throws IOException {
        var graph = ScheduleGraph.of(Drawn.table(folder, PLAN));

        assertThat(graph.links())
                .contains(
                        new Link("a", "b", Bond.WAIT, Weight.CRITICAL, ""),
                        new Link("b", "joint/1", Bond.NEED, Weight.CRITICAL, ""),
                        new Link("joint/1", "d", Bond.NEED, Weight.CRITICAL, ""),
                        new Link("a", "joint/1", Bond.NEED, Weight.USUAL, ""));
        assertThat(graph.nodes().stream().filter(node -> node.place() > 0).map(node -> node.place() + node.id()))
                .contains("1a", "2b", "3d", "4e", "5m");
    }

    @Test
    void moreThanFiveHundredItemsAreDrawnAsTheirPhases() throws IOException {
        var table = Drawn.table(folder, Drawn.chain(titles(501)));

        var graph = ScheduleGraph.of(table);

        assertThat(graph.nodes()).hasSize(1).allMatch(node -> node.kind() == Kind.PHASE);
        assertThat(graph.says()).contains("501 items in 1 phase").endsWith("Phases stand for their items.");
    }

    @Test
    void moreThanFiveHundredPhasesAreDrawnInClusters() throws IOException {
        var yaml = new StringBuilder("""
                muster: 1
                plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
                agents: [{id: ann, name: Ann, kind: human, capacity: 600}]
                phases:
                """);
        for (int i = 0; i < 600; i++) {
            yaml.append(
                    "  - {id: p%d, title: P%d, needs: [%s], tasks: [{id: t%d, title: T, owners: [ann], estimate: 1h}]}\n"
                            .formatted(i, i, i == 0 ? "" : "p" + (i - 1) / 300 * 300, i));
        }

        var graph = ScheduleGraph.of(Drawn.table(folder, yaml.toString()));

        assertThat(graph.nodes().size()).isBetween(3, PhaseGraph.MOST_CLUSTERS);
        assertThat(graph.nodes())
                .extracting(node -> node.note())
                .anyMatch(note -> note.equals("299 phases, 299 items"));
        assertThat(graph.says()).contains("600 items in 600 phases").endsWith("5 in all.");
    }

    /// Phases that need any two of those before them.
    @ParameterizedTest
    @ValueSource(ints = {300, 800})
    void aWebOfPhasesHasSoFewBoxesAndLinksThatAPageShowsIt(int phases) throws IOException {
        var random = new Random(phases);
        var yaml = new StringBuilder("""
                muster: 1
                plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
                agents: [{id: ann, name: Ann, kind: human, capacity: 600}]
                phases:
                """);
        for (int i = 0; i < phases; i++) {
            var needs = i == 0 ? "" : "p" + random.nextInt(i) + (i == 1 ? "" : ", p" + random.nextInt(i));
            yaml.append("  - {id: p%d, title: P%d, mode: parallel, needs: [%s], tasks: [".formatted(i, i, needs))
                    .append("{id: s%d, title: S, owners: [ann], estimate: 1h}, ".formatted(i))
                    .append("{id: t%d, title: T, owners: [ann], estimate: 2h}]}\n".formatted(i));
        }

        var graph = ScheduleGraph.of(Drawn.table(folder, yaml.toString()));

        assertThat(graph.links()).hasSizeLessThanOrEqualTo(PhaseGraph.MOST_LINKS);
        var svg = Drawn.xml(GraphDrawing.draw(graph, Look.PLAIN));
        assertThat(width(svg)).isLessThan(2_000);
        assertThat(Double.parseDouble(svg.getDocumentElement().getAttribute("height")))
                .isLessThan(4_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 50, 480})
    void nothingLiesOnAnythingElseAndLinksRunAroundBoxes(int tasks) throws IOException {
        var graph = ScheduleGraph.of(Drawn.table(folder, random(tasks, tasks)));
        Map<String, Size> sizes = new HashMap<>();
        graph.nodes().forEach(node -> sizes.put(node.id(), new Size(190, 40)));

        var placed = GraphLayout.of(graph, sizes);

        var boxes = graph.nodes().stream()
                .map(node -> rectangle(placed.boxes().get(node.id())))
                .toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
            }
        }
        for (var node : graph.nodes()) {
            var box = rectangle(placed.boxes().get(node.id()));
            if (node.group() != null) {
                assertThat(rectangle(placed.boxes().get(node.group())).contains(box))
                        .isTrue();
            }
        }
        assertThat(placed.routes()).hasSameSizeAs(graph.links());
        for (var route : placed.routes()) {
            var corners = route.corners();
            touches(placed.boxes().get(route.link().from()), corners.getFirst());
            touches(placed.boxes().get(route.link().to()), corners.getLast());
            for (int i = 1; i < corners.size(); i++) {
                var piece = new Line2D.Double(
                        corners.get(i - 1).x(),
                        corners.get(i - 1).y(),
                        corners.get(i).x(),
                        corners.get(i).y());
                assertThat(boxes).noneMatch(box -> shrunk(box).intersectsLine(piece));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50})
    void everyLabelStandsInItsBoxAndTouchesNoOther(int tasks) throws IOException {
        var svg = draw(random(tasks, tasks));

        Drawn.assertApart(svg, Integer.MAX_VALUE);
        var labels = Drawn.texts(svg).stream().map(Drawn::box).toList();
        assertThat(labels).allMatch(label -> label.getX() >= 0 && label.getMaxX() <= width(svg));
    }

    @Test
    void formsTellKindsAndWhatIsCritical() throws IOException {
        var text = GraphDrawing.draw(ScheduleGraph.of(Drawn.table(folder, PLAN)), Look.PLAIN);

        assertThat(text)
                .contains("class=\"node gate-node\"", "class=\"node critical-node\"", "class=\"node joint-node\"")
                .contains("class=\"link critical-link wait\"", "prefers-color-scheme: dark")
                .contains("A (a, work): 2026-01-05T08:00:00Z to 2026-01-05T14:00:00Z, Ann, critical");
        var root = Drawn.xml(text).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Dependencies of Demo");
    }

    @Test
    void thePlanDrawnTwiceIsTheSame() throws IOException {
        var graph = ScheduleGraph.of(Drawn.table(folder, random(40, 7)));

        assertThat(GraphDrawing.draw(graph, Look.PLAIN)).isEqualTo(GraphDrawing.draw(graph, Look.PLAIN));
    }

    @Test
    void hostileTitlesAreText() throws IOException {
        var text = GraphDrawing.draw(ScheduleGraph.of(Drawn.table(folder, Drawn.chain(Drawn.HOSTILE))), Look.PLAIN);

        assertThat(Drawn.xml(text).getElementsByTagName("script").getLength()).isZero();
        assertThat(text).doesNotContain("\u202E").doesNotContain("<!--");
    }

    private Document draw(String plan) throws IOException {
        return Drawn.xml(GraphDrawing.draw(ScheduleGraph.of(Drawn.table(folder, plan)), Look.PLAIN));
    }

    private static List<String> titles(int tasks) {
        return IntStream.range(0, tasks).mapToObj(i -> "Task " + i).toList();
    }

    /// Phases of ten tasks with needs among them; every third phase needs the one before it.
    private static String random(int tasks, long seed) {
        var random = new Random(seed);
        var yaml = new StringBuilder("""
                muster: 1
                plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
                agents: [{id: ann, name: Ann, kind: human}, {id: bob, name: "A name WWWW that is long", kind: human}]
                phases:
                """);
        for (int i = 0; i < tasks; i++) {
            if (i % 10 == 0) {
                yaml.append("  - id: p%d\n    title: \"Phase %d\"\n".formatted(i / 10, i / 10));
                yaml.append(i % 30 == 20 ? "    needs: [p%d]\n    tasks:\n".formatted(i / 10 - 1) : "    tasks:\n");
            }
            var need = i > 0 && random.nextInt(3) > 0 ? "t" + (i - 1 - random.nextInt(Math.min(i, 12))) : "";
            var title = random.nextBoolean() ? "Task " + i : "A task whose name WWMM takes more than a line " + i;
            yaml.append("      - {id: t%d, title: \"%s\", owners: [%s], estimate: %dh, needs: [%s]}\n"
                    .formatted(i, title, random.nextBoolean() ? "ann" : "bob", 1 + random.nextInt(5), need));
        }
        return yaml.toString();
    }

    private static Rectangle2D rectangle(Box box) {
        Objects.requireNonNull(box);
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    private static Rectangle2D shrunk(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2);
    }

    private static void touches(Box box, Drawing.Spot end) {
        var wider = new Rectangle2D.Double(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2);
        assertThat(wider.contains(end.x(), end.y())).as("%s at %s", end, box).isTrue();
    }

    private static double width(Document svg) {
        return Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    }
}
