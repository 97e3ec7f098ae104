package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphTextTest {
    private static final String PLAN = """
        muster: 1
        plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
        agents: [{id: ann, name: Ann, kind: human}]
        phases:
          - id: build
            title: Build
            tasks:
              - {id: a, title: A, owners: [ann], estimate: 6h}
              - {id: b, title: B, owners: [ann], estimate: 4h, links: [{after: a, kind: start-to-start, lag: 30m}]}
              - {id: m, title: Done, kind: milestone, needs: [a, b]}
        gates:
          - {id: go, title: Go, approvers: [ann], after: [m]}
        """;

    /// What may stand between quotation marks in Mermaid: nothing that ends them, opens an entity or is markup.
    private static final String LABEL = "\"(?:[^\"#<>&;`*_~\\n]|#\\d+;|<br/>)*\"";

    private static final Pattern FLOWCHART = Pattern.compile(
            "flowchart TB| {4}acc(Title|Descr): (?:[^#:;%<>&\\n{}\"]|#\\d+;)+| {4}classDef critical [a-z0-9#:,-]+"
                    + "| {4}subgraph g\\d+\\[LABEL]| {4}end| {4,8}n\\d+SHAPE(:::critical)?"
                            .replace("SHAPE", "(\\[LABEL]|\\{\\{LABEL}}|\\[\\[LABEL]]|\\(\\(LABEL\\)\\))")
                            .replace("LABEL", LABEL)
                    + "| {4}n\\d+ (-->|==>|-\\.->) (\\|LABEL\\| )?n\\d+".replace("LABEL", LABEL));

    private static final String TEXT = "\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*\"";

    private static final Pattern DOT = Pattern.compile(
            "digraph TEXT \\{| {2}(graph|node) LIST;| {2}subgraph TEXT \\{| {4}label=TEXT;| {0,2}}| {2,4}TEXT LIST;| {2}TEXT -> TEXT( LIST)?;"
                    .replace("LIST", "\\[[a-z]+=VALUE(, [a-z]+=VALUE)*]")
                    .replace("VALUE", "(TEXT|[A-Za-z0-9.]+)")
                    .replace("TEXT", TEXT));

    @TempDir
    Path folder;

    @Test
    void aFlowchartHoldsPhasesItemsAndLinks() throws IOException {
        assertThat(flowchart(PLAN))
                .contains("    subgraph g1[\"Build\"]")
                .contains("        n2[\"A<br/>Ann, 6 h\"]:::critical", "    n2 ==> |\"SS #43; 30 min\"| n3")
                .contains("        n5{{\"Done\"}}:::critical", "        n4[[\"Go<br/>Ann\"]]:::critical")
                .contains("    n2 --> n5");
    }

    @Test
    void dotHoldsPhasesItemsAndLinksByTheirIds() throws IOException {
        assertThat(dot(PLAN))
                .contains("  subgraph \"cluster_phase/build\" {", "    label=\"Build\";")
                .anyMatch(line -> line.startsWith("    \"a\" [label=\"A\\nAnn, 6 h\", tooltip=\"A (a, work): 2026"))
                .contains("  \"a\" -> \"m\";")
                .anyMatch(line -> line.startsWith("  \"a\" -> \"b\" [label=\"SS + 30 min\", color="));
    }

    @Test
    void hostileTitlesAreTextInBoth() throws IOException {
        assertThat(flowchart(Drawn.chain(Drawn.HOSTILE))).hasSizeGreaterThan(2 * Drawn.HOSTILE.size());
        assertThat(dot(Drawn.chain(Drawn.HOSTILE))).hasSizeGreaterThan(2 * Drawn.HOSTILE.size());
    }

    @Test
    void whatMermaidWouldNotDrawIsWrittenAsPhases() throws IOException {
        var titles =
                IntStream.range(0, 400).mapToObj(i -> "A title ".repeat(14) + i).toList();
        var much = Drawn.table(folder, Drawn.chain(titles));

        assertThat(MermaidFlowchart.write(ScheduleGraph.of(much))).hasSizeGreaterThan(MermaidText.LONGEST);
        assertThat(MermaidFlowchart.write(much)).contains("400 items").hasSizeLessThan(2_000);
        assertThat(MermaidGantt.write(much)).contains("all 400 items :t1, ").hasSizeLessThan(2_000);
    }

    private List<String> flowchart(String plan) throws IOException {
        var lines = MermaidFlowchart.write(Drawn.table(folder, plan)).lines().toList();
        assertThat(lines).allMatch(FLOWCHART.asMatchPredicate());
        return lines;
    }

    private List<String> dot(String plan) throws IOException {
        var lines =
                Dot.write(ScheduleGraph.of(Drawn.table(folder, plan))).lines().toList();
        assertThat(lines).allMatch(DOT.asMatchPredicate());
        return lines;
    }
}
