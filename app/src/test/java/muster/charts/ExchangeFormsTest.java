package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeFormsTest {
    private static final String PLAN = """
        muster: 1
        plan:
          id: demo
          title: Demo
          start: "2026-01-05T08:00:00Z"
          deadlines: [{id: end, title: "The end, at last", at: "2026-01-08T12:00:00Z"}]
        calendars:
          - {id: office, zone: UTC, hours: [{days: mon-fri, from: "08:00", until: "16:00"}]}
        agents:
          - {id: ann, name: Ann, kind: human, calendar: office}
          - {id: bob, name: Bob, kind: human, calendar: office}
        phases:
          - id: build
            title: Build
            tasks:
              - {id: a, title: A, owners: [ann], estimate: 6h}
              - {id: b, title: B, owners: [bob], estimate: 4h}
              - {id: c, title: C, owners: [bob], estimate: 4h, needs: [a, b]}
              - {id: m, title: Done, kind: milestone, needs: [c]}
        gates:
          - {id: go, title: Go, approvers: [ann], after: [a], guards: [c]}
        """;

    /// The statements of Mermaid's Gantt grammar that may occur; text holds nothing that ends it or starts a comment.
    private static final Pattern STATEMENT = Pattern.compile(
            "gantt| {4}title TEXT| {4}section TEXT| {4}dateFormat [A-Za-z:-]+| {4}axisFormat [%A-Za-z: -]+| {4}todayMarker off"
                            .replace("TEXT", text())
                    + "| {4}(?!(?i)(title|section|gantt|click|dateFormat|excludes|includes)|[0-9])" + text()
                    + " :(crit, )?(milestone, )?t\\d+, TIME, (TIME|0d)"
                            .replace("TIME", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"));

    @TempDir
    Path folder;

    private static String text() {
        return "(?:[^#:;%<>&\\n\\r{}\"]|#\\d+;)+";
    }

    @Test
    void everyItemIsARowWithItsRoom() throws IOException {
        var rows = csv(PLAN);

        assertThat(rows)
                .containsExactly(
                        "id,title,phase,kind,owners,start,finish,work_seconds,total_slack_seconds,free_slack_seconds,"
                                + "latest_finish,critical,after,deadline",
                        "b,B,Build,work,Bob,2026-01-05T08:00:00Z,2026-01-05T12:00:00Z,14400,7200,7200,"
                                + "2026-01-05T14:00:00Z,false,,",
                        "a,A,Build,work,Ann,2026-01-05T08:00:00Z,2026-01-05T14:00:00Z,21600,0,0,2026-01-05T14:00:00Z,true,,",
                        "gate:go,Go,Build,gate,Ann,2026-01-05T14:00:00Z,2026-01-05T14:00:00Z,0,0,0,2026-01-05T14:00:00Z,true,a,",
                        "c,C,Build,work,Bob,2026-01-05T14:00:00Z,2026-01-06T10:00:00Z,14400,0,0,2026-01-06T10:00:00Z,true,a,",
                        "m,Done,Build,milestone,,2026-01-06T10:00:00Z,2026-01-06T10:00:00Z,0,0,0,2026-01-06T10:00:00Z,true,c,");
    }

    /// Phases of 40 tasks have 1,600 links, for which one mark stands.
    @Test
    void theMarkOfAPhasesEndIsAMilestoneOfThePhase() throws IOException {
        var plan = new StringBuilder(PLAN.substring(0, PLAN.indexOf("phases:")) + "phases:\n");
        for (var phase : List.of("x", "y")) {
            plan.append("  - {id: " + phase + ", title: Phase " + phase + (phase.equals("y") ? ", needs: [x]" : "")
                    + ", tasks: [{id: " + phase + "0, title: T}");
            for (int task = 1; task < 40; task++) {
                plan.append(", {id: " + phase + task + ", title: T}");
            }
            plan.append("]}\n");
        }

        assertThat(csv(plan.toString()))
                .hasSize(1 + 2 * 40 + 1)
                .filteredOn(row -> row.startsWith("end:"))
                .singleElement()
                .asString()
                .startsWith("end:x,\"End of Phase x\",\"Phase x\",milestone,,");
    }

    @Test
    void noCellOfAHostileTitleIsAFormulaOrBreaksItsRow() throws IOException {
        var rows = csv(Drawn.chain(Drawn.HOSTILE));

        assertThat(rows).hasSize(1 + Drawn.HOSTILE.size());
        assertThat(rows.get(5)).startsWith("t4,\"'=HYPERLINK(1)\",");
        assertThat(rows.get(3)).contains("right U+202Eto left");
    }

    @Test
    void anEventKeepsItsUidAndIsInUtc() throws IOException {
        var events = ics(PLAN);

        assertThat(events)
                .containsSubsequence(
                        "UID:c@demo.muster",
                        "DTSTAMP:20260105T080000Z",
                        "DTSTART:20260105T140000Z",
                        "DTEND:20260106T100000Z",
                        "SUMMARY:C",
                        "CATEGORIES:Build",
                        "TRANSP:OPAQUE",
                        "PRIORITY:1")
                .containsSubsequence("UID:deadline.end@demo.muster", "SUMMARY:Deadline: The end\\, at last");
    }

    @Test
    void calendarLinesAreFoldedByOctetsAndHostileTitlesStayInTheirs() throws IOException {
        var titles = new ArrayList<>(Drawn.HOSTILE);
        titles.add("\\u4F60\\U0001F680".repeat(60));
        var text = Icalendar.write(Drawn.table(folder, Drawn.chain(titles)));

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        var events = text.replace("\r\n ", "").lines().toList();
        assertThat(events).filteredOn("BEGIN:VEVENT"::equals).hasSize(titles.size());
        assertThat(events).filteredOn("END:VEVENT"::equals).hasSize(titles.size());
        assertThat(events).contains("SUMMARY:a\\, b\\; c: d \\\\ e", "SUMMARY:" + "你🚀".repeat(60));
        assertThat(events).allMatch(line -> line.matches("[A-Z-]+:.*"));
    }

    @Test
    void mermaidTellsPhasesKindsAndWhatIsCritical() throws IOException {
        assertThat(MermaidGantt.write(Drawn.table(folder, PLAN)))
                .contains(
                        "    section Build\n    B :t1, 2026-01-05T08:00:00, 2026-01-05T12:00:00\n    A :crit, t2, 2026-01-05T08:00:00, 2026-01-05T14:00:00\n")
                .contains("    Go :crit, milestone, t3, 2026-01-05T14:00:00, 0d\n");
    }

    @Test
    void hostileTitlesStayTextInMermaid() throws IOException {
        var lines = MermaidGantt.write(Drawn.table(folder, Drawn.chain(Drawn.HOSTILE)))
                .lines()
                .toList();

        assertThat(lines).allMatch(line -> STATEMENT.matcher(line).matches());
        assertThat(lines).hasSize(6 + Drawn.HOSTILE.size());
    }

    private List<String> csv(String plan) throws IOException {
        return ScheduleCsv.write(Drawn.table(folder, plan)).lines().toList();
    }

    private List<String> ics(String plan) throws IOException {
        return Icalendar.write(Drawn.table(folder, plan)).lines().toList();
    }
}
