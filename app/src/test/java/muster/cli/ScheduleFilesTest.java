package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import muster.charts.ScheduleForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFilesTest {
    private static final String PLAN = """
        muster: 1
        plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
        agents: [{id: ann, name: Ann, kind: human}]
        phases:
          - {id: one, title: One, tasks: [{id: a, title: A, owners: [ann], estimate: 6h}, {id: b, title: B, owners: [ann], estimate: 1h}]}
        """;

    @TempDir
    Path folder;

    @Test
    void everyFormIsWrittenAndAgainTheSame() throws IOException {
        var plan = Small.file(folder, "muster.yaml", PLAN);
        var first = folder.resolve("first");
        var second = folder.resolve("second");

        var said = Said.to("schedule", "--plan", plan, "--out", first, "--json").exits(Exit.YES);
        Said.to("schedule", "--plan", plan, "--out", second).exits(Exit.YES);

        for (var form : ScheduleForm.values()) {
            assertThat(first.resolve(form.file())).hasSameBinaryContentAs(second.resolve(form.file()));
        }
        assertThat(said.out()).isEqualTo(Files.readString(first.resolve("schedule.json")));
        assertThat(said.err()).contains("wrote the schedule to " + first);
    }

    @Test
    void theForecastIsDrawn() throws IOException {
        var plan = Small.file(folder, "muster.yaml", PLAN.replace("estimate: 6h", "estimate: 4h..9h"));
        var out = folder.resolve("out");

        Said.to("simulate", "--plan", plan, "--iterations", 500, "--out", out, "--theme", "dark")
                .exits(Exit.YES);

        assertThat(Files.readString(out.resolve("s-curve.svg")))
                .contains("% by 2026-01-05T15:30:00Z")
                .doesNotContain("prefers-color-scheme");
        assertThat(Files.readString(out.resolve("tornado.svg"))).contains("A (work): ");
    }

    @Test
    void aTaskIsExplainedByWhatItWaitedFor() throws IOException {
        var plan = Small.file(folder, "muster.yaml", PLAN);

        var said = Said.to("explain", "b", "--plan", plan).exits(Exit.YES);
        var first = Said.to("explain", "a", "--plan", plan, "--json")
                .exits(Exit.YES)
                .json("muster.start/1");

        assertThat(said.out() + first).contains("ann was busy with", "holds up");
        assertThat(first.get("chain").get(0).asString()).isIn("a", "b");
        Said.to("explain", "x", "--plan", plan).refuses(Exit.NOT_FOUND, "the schedule has no 'x'");
    }

    @Test
    void onlyTheFormsAskedForAreWritten() throws IOException {
        var plan = Small.file(folder, "muster.yaml", PLAN);
        var out = folder.resolve("out");

        Said.to("schedule", "--plan", plan, "--out", out, "--format", "csv,mermaid")
                .exits(Exit.YES);

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("schedule.csv", "schedule.mmd");
        }
    }
}
