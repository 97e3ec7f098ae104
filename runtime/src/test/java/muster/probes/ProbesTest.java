package muster.probes;

import static muster.probes.Yard.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.Language;
import muster.plan.Probe;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProbesTest {
    @TempDir
    Path folder;

    @Test
    void aFileMustBeThereAndNotEmpty() throws Exception {
        var yard = Yard.in(folder).put("a.md", "one\ntwo\n").put("empty.md", "").committed();

        var there = yard.probe(new Probe.FileThere("a.md"), AssuranceLevel.EXISTS);

        assertThat(there).extracting(Evidence::result).containsExactly(ProbeResult.PASS, ProbeResult.PASS);
        assertThat(there.getFirst().attributes()).containsEntry("lines", "2");
        assertThat(codes(yard.probe(new Probe.FileThere("empty.md"), AssuranceLevel.EXISTS)))
                .containsExactly("empty-file empty.md");
        assertThat(codes(yard.probe(new Probe.FileThere("b.md"), AssuranceLevel.EXISTS)))
                .containsExactly("missing-file b.md");
    }

    @Test
    void noPathLeadsOutOfTheWorkspace() throws Exception {
        var root = Files.createDirectory(folder.resolve("project"));
        var yard = Yard.in(root);
        Files.writeString(folder.resolve("secret"), "x");
        Files.createSymbolicLink(root.resolve("link"), folder.resolve("secret"));

        assertThat(List.of("../secret", "/etc/passwd", "link", "a\0b"))
                .allSatisfy(path -> assertThat(codes(yard.probe(new Probe.FileThere(path), AssuranceLevel.EXISTS)))
                        .containsExactly("refused " + path.replace("\0", "\\u0000")));
    }

    @Test
    void gitTellsTrackedFromUntrackedAndChanged() throws Exception {
        var yard = Yard.in(folder)
                .put("a.py", "x = 1\n")
                .put("b.py", "x = 1\n")
                .put("c.py", "x = 1\n")
                .committed();
        yard.put("b.py", "x = 2\n").put("new.py", "x = 1\n");
        Files.delete(folder.resolve("c.py"));

        var tracked =
                yard.probe(new Probe.Tracked("a.py"), AssuranceLevel.EXISTS).getFirst();

        assertThat(tracked.result()).isEqualTo(ProbeResult.PASS);
        assertThat(tracked.attributes())
                .containsEntry("last-author-date", "2025-12-01T10:00:00Z")
                .containsEntry("last-commit", "2025-12-02T10:00:00Z")
                .containsEntry("modified", "no");
        assertThat(codes(yard.probe(new Probe.Tracked("b.py"), AssuranceLevel.EXISTS)))
                .containsExactly("uncommitted b.py");
        assertThat(codes(yard.probe(new Probe.Tracked("c.py"), AssuranceLevel.EXISTS)))
                .containsExactly("deleted c.py");
        assertThat(codes(yard.probe(new Probe.Tracked("new.py"), AssuranceLevel.EXISTS)))
                .containsExactly("untracked new.py");
    }

    @Test
    void aDeliverableWithPlacesLeftOpenIsRemarkedOn() {
        var yard = Yard.in(folder).put("docs/R.md", "# Report\n\nRisk: TBD\n");

        assertThat(codes(yard.probe(new Probe.Written("docs/R.md"), AssuranceLevel.EXISTS)))
                .containsExactly("unwritten docs/R.md:3");
    }

    @Test
    void aPackageIsComparedWithItsRange() {
        var yard = Yard.in(folder).put("node_modules/left/package.json", "{\"version\": \"1.3.0\"}");

        assertThat(yard.probe(new Probe.Dependency("npm", "left", ">=1,<2"), AssuranceLevel.EXISTS)
                        .getFirst()
                        .attributes())
                .containsEntry("version-installed", "1.3.0");
        assertThat(codes(yard.probe(new Probe.Dependency("npm", "left", ">=2"), AssuranceLevel.EXISTS)))
                .containsExactly("version-outside-range left");
        assertThat(codes(yard.probe(new Probe.Dependency("pip", "no-such-thing", ""), AssuranceLevel.EXISTS)))
                .containsExactly("package-not-installed no-such-thing");
        assertThat(yard.probe(new Probe.Dependency("gem", "x", ""), AssuranceLevel.EXISTS)
                        .getFirst()
                        .result())
                .isEqualTo(ProbeResult.NOT_RUN);
    }

    @Test
    void aToolIsAskedForItsVersionAndNeverTakenFromTheWorkspace() throws Exception {
        var yard = Yard.in(folder).put("notool", "#!/bin/sh\necho 9.9\n");
        assertThat(folder.resolve("notool").toFile().setExecutable(true)).isTrue();

        var git = yard.probe(new Probe.Tool("git", ">=1"), AssuranceLevel.ANSWERS_HELP);

        assertThat(git.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(git.getFirst().attributes().get("version-installed")).matches("\\d+\\.\\d+.*");
        assertThat(git.get(1).kind()).isEqualTo("program");
        assertThat(codes(yard.probe(new Probe.Tool("notool", ""), AssuranceLevel.EXISTS)))
                .containsExactly("tool-missing notool");
        assertThat(codes(yard.probe(new Probe.Tool("../notool", ""), AssuranceLevel.EXISTS)))
                .containsExactly("tool-missing ../notool");
    }

    @Test
    void aCommandMustEndAndPrintAsExpected() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        var yard = Yard.in(folder).put("data.txt", "42 rows\n");

        assertThat(codes(yard.probe(command(0, "^4\\d rows"), AssuranceLevel.EXISTS)))
                .isEmpty();
        assertThat(codes(yard.probe(command(1, null), AssuranceLevel.EXISTS)).getFirst())
                .startsWith("wrong-exit");
        assertThat(codes(yard.probe(command(0, "tables"), AssuranceLevel.EXISTS))
                        .getFirst())
                .startsWith("wrong-output");
        assertThat(yard.probe(command(0, "("), AssuranceLevel.EXISTS).getFirst().result())
                .isEqualTo(ProbeResult.ERROR);
    }

    @Test
    void aCapabilityNeedsOneScriptWhoseContentBearsOutItsName() {
        var rename = "\"\"\"Renames COV tables.\"\"\"\nSQL = 'ALTER TABLE cov_a RENAME TO cov_b'\n";
        var yard = Yard.in(folder).put("scripts/rename_cov_headers.py", "\"\"\"Renames COV headers of a file.\"\"\"\n");
        var capability = new Probe.Capability(List.of("cov", "rename", "script"), null);

        var near = yard.probe(capability, AssuranceLevel.PARSES);
        yard.put("scripts/rename_cov_tables.py", rename);
        var one = yard.probe(capability, AssuranceLevel.PARSES);
        yard.put("scripts/cov_renaming.py", rename);
        var two = yard.probe(capability, AssuranceLevel.PARSES);

        assertThat(codes(near))
                .containsExactly("no-candidate cov rename script", "near-miss scripts/rename_cov_headers.py");
        assertThat(one.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(one.getFirst().attributes()).containsEntry("candidate", "scripts/rename_cov_tables.py");
        assertThat(two.getFirst().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(codes(two)).hasSize(2).allMatch(code -> code.startsWith("ambiguous-candidates"));
    }

    @Test
    void aCapabilityBoundToAPacksActionIsTriedOut() {
        var outputs = new TreeMap<>(java.util.Map.of("renamed", "3"));
        var workspace = Workspace.of(folder)
                .withSelfTest("warehouse.rename", () -> new ActionResult.Succeeded(outputs))
                .withSelfTest("warehouse.merge", () -> new ActionResult.Failed("rows lost"));
        var probes = new Probes(workspace);

        var good = probes.probe(bound("warehouse.rename"), Yard.NOW).getFirst();
        var bad = probes.probe(bound("warehouse.merge"), Yard.NOW);
        var unknown = probes.probe(bound("warehouse.other"), Yard.NOW).getFirst();

        assertThat(good.reached()).isEqualTo(AssuranceLevel.SCRATCH_ROUND_TRIP);
        assertThat(good.attributes()).containsEntry("renamed", "3");
        assertThat(codes(bad)).containsExactly("self-test-failed warehouse.merge");
        assertThat(unknown.result()).isEqualTo(ProbeResult.NOT_RUN);
    }

    @Test
    void whatOthersOweIsAwaitedAndWhatIsOutOfReachIsNotRun() {
        var yard = Yard.in(folder);
        var owed = new Probe.HandedOver("ea", "mandate inventory");

        var waiting = yard.probe(owed, AssuranceLevel.EXISTS);
        yard.put("handed-over/ea/mandate_inventory.md", "done\n");
        var done = yard.probe(owed, AssuranceLevel.EXISTS);

        assertThat(codes(waiting)).containsExactly("waiting handed-over/");
        assertThat(done.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(yard.probe(new Probe.Remote("gcs", "gs://b/"), AssuranceLevel.EXISTS)
                        .getFirst()
                        .result())
                .isEqualTo(ProbeResult.NOT_RUN);
    }

    @Test
    void manyProbesAtOnceAreEachAnsweredOnce() throws InterruptedException {
        var yard = Yard.in(folder);
        var expectations = new ArrayList<Expectation>();
        IntStream.range(0, 60).forEach(i -> {
            yard.put("scripts/s" + i + ".py", "import json\nx = " + i + "\n");
            expectations.add(Yard.expecting(
                    new Probe.Script("scripts/s" + i + ".py", Language.PYTHON), AssuranceLevel.REFERENCES_RESOLVE));
        });

        var seen = new HashMap<String, ProbeResult>();
        new Probes(yard.workspace())
                .probeAll(
                        expectations,
                        Yard.NOW,
                        (_, evidence) -> seen.put(
                                evidence.getFirst().subject().getFirst(),
                                evidence.getFirst().result()));

        assertThat(seen)
                .hasSize(60)
                .allSatisfy((_, result) -> assertThat(result).isEqualTo(ProbeResult.PASS));
    }

    @Test
    @Timeout(15)
    void anInterruptedAuditEndsItsProbes() throws InterruptedException {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        var probes = new Probes(Workspace.of(folder));
        var expectations = List.of(
                Yard.expecting(new Probe.Remote("a", "b"), AssuranceLevel.EXISTS),
                Yard.expecting(new Probe.Command(List.of("/bin/sleep", "60"), 0, null), AssuranceLevel.EXISTS));
        var ended = new AtomicReference<String>("not");
        var audit = Thread.ofVirtual().unstarted(() -> {
            try {
                probes.probeAll(
                        expectations, Yard.NOW, (_, _) -> Thread.currentThread().interrupt());
            } catch (InterruptedException e) {
                ended.set("interrupted");
            }
        });

        audit.start();
        audit.join();

        assertThat(ended.get()).isEqualTo("interrupted");
    }

    private static Probe.Command command(int exit, String prints) {
        return new Probe.Command(List.of("/bin/cat", "data.txt"), exit, prints);
    }

    private static Expectation bound(String action) {
        return Yard.expecting(new Probe.Capability(List.of("x"), action), AssuranceLevel.SCRATCH_ROUND_TRIP);
    }
}
