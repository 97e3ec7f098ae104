package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import muster.probes.scripts.Reach;
import muster.probes.scripts.sql.NameRule;
import muster.sandbox.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that nobody asked to run are run all the same where that is safe.
class FurtherTrialTest {
    private static final String BUILDER = """
        import argparse
        parser = argparse.ArgumentParser()
        parser.add_argument("--dry-run", action="store_true")
        options = parser.parse_args()
        """;

    /// Names that begin with `sales_` have three parts.
    private static final NameRule THREE_PARTS = name -> {
        if (!name.startsWith("sales_")) {
            return NameRule.Judgement.FOREIGN;
        }
        return name.split("_", -1).length == 3 ? NameRule.Judgement.LEGAL : NameRule.Judgement.ILLEGAL;
    };

    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void fill() throws Exception {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        yard = Yard.in(Files.createDirectory(folder.resolve("project")));
    }

    @Test
    void aSoundScriptRunsDryThoughOnlyItsReferencesWereAskedFor() {
        yard.put("build.py", BUILDER + "if options.dry_run:\n    print('sales_eu_2024')\n");

        var trial = trial("build.py").orElseThrow();

        assertThat(trial.result()).isEqualTo(ProbeResult.PASS);
        assertThat(trial.reached()).isEqualTo(AssuranceLevel.DRY_RUNS);
        assertThat(trial.attributes())
                .containsEntry("dry-run-tables", "1")
                .containsEntry("dry-run-tables-forbidden", "0");
    }

    @Test
    void forbiddenNamesThatItPrintsAreADefect() {
        yard.put("build.py", BUILDER + "if options.dry_run:\n    print('would create table sales_2024')\n");

        var trial = trial("build.py").orElseThrow();

        assertThat(trial.result()).isEqualTo(ProbeResult.FAIL);
        assertThat(trial.findings())
                .singleElement()
                .hasToString("running dry, it prints 1 names, 1 of which the naming rule forbids, such as sales_2024"
                        + " (build.py)");
    }

    @Test
    void aRuleThatIsAboutNoneOfTheKnownTablesForbidsNothing() {
        yard.put("build.py", BUILDER + "if options.dry_run:\n    print('sales_2024')\n")
                .put("facts/tables.csv", "name\norders\ncustomers\nreturns\n");

        assertThat(trial("build.py").orElseThrow().findings()).isEmpty();
    }

    @Test
    void namesOfWhichNoneIsListedAreARemarkIfOthersOfTheirKindAre() {
        yard.put("build.py", BUILDER + "if options.dry_run:\n    print('cube_a\\ncube_b\\ncube_c')\n")
                .put("facts/tables.csv", "name\ncube_x_a\ncube_x_b\nplain\n")
                .put("other.py", BUILDER + "if options.dry_run:\n    print('heap_a\\nheap_b\\nheap_c')\n");

        assertThat(trial("build.py").orElseThrow().findings())
                .extracting(finding -> finding.code() + " " + finding.weight())
                .containsExactly("unknown-names REMARK");
        assertThat(trial("other.py").orElseThrow().findings()).isEmpty();
    }

    @Test
    void thatItGetsNoFurtherProvesNothingAgainstIt() {
        yard.put("build.py", BUILDER + "if options.dry_run:\n    raise SystemExit('no network')\n");

        var seen = probed("build.py", AssuranceLevel.REFERENCES_RESOLVE, Trust.SANDBOXED);

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.getLast().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(seen.getLast().findings())
                .extracting(finding -> finding.code() + " " + finding.weight())
                .containsExactly("dry-run-failed REMARK");
    }

    @Test
    void aFileOfTheProjectThatHelpChangesIsADefectAndANewOneARemark() {
        yard.put("out.json", "{}")
                .put("empties.py", "open('out.json', 'w')\n" + BUILDER)
                .put("logs.py", "open('new.log', 'w')\n" + BUILDER);

        assertThat(trial("empties.py").orElseThrow().findings().getFirst())
                .hasToString("asked for --help only, it changed out.json (empties.py)");
        assertThat(trial("empties.py").orElseThrow().result()).isEqualTo(ProbeResult.FAIL);
        assertThat(trial("logs.py").orElseThrow().result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void nothingRunsUnderStaticTrustOrWithoutACommandLineOrWhereItDoesNotHold() {
        yard.put("build.py", BUILDER)
                .put("plain.py", "print('x')\n")
                .put("broken.py", "import no_such_module\n" + BUILDER);

        assertThat(probed("build.py", AssuranceLevel.REFERENCES_RESOLVE, Trust.STATIC))
                .noneMatch(each -> each.kind().equals("trial"));
        assertThat(trial("plain.py")).isEmpty();
        assertThat(trial("broken.py")).isEmpty();
    }

    @Test
    void whatIsAskedToRunDryIsNotTriedTwice() {
        yard.put("build.py", BUILDER);

        var seen = probed("build.py", AssuranceLevel.DRY_RUNS, Trust.SANDBOXED);

        assertThat(seen).extracting(Evidence::kind).containsExactly("script", "git");
        assertThat(seen.getFirst().reached()).isEqualTo(AssuranceLevel.DRY_RUNS);
    }

    private Optional<Evidence> trial(String path) {
        return probed(path, AssuranceLevel.REFERENCES_RESOLVE, Trust.SANDBOXED).stream()
                .filter(each -> each.kind().equals("trial"))
                .findFirst();
    }

    private List<Evidence> probed(String path, AssuranceLevel level, Trust trust) {
        var workspace =
                yard.workspace().withNaming(THREE_PARTS).withTrust(trust).reaching(Reach.FURTHER);
        var expected = Yard.expecting(new Probe.Script(path, Language.PYTHON), level);
        return new Probes(workspace).probe(expected, Yard.NOW);
    }
}
