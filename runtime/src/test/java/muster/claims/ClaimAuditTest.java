package muster.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import muster.audit.ClaimVerdict;
import muster.audit.ReconciledClaim;
import muster.observation.Ground;
import muster.observation.Observation;
import muster.observation.Recorder;
import muster.observation.Redaction;
import muster.plan.AssuranceLevel;
import muster.plan.ContentProbe;
import muster.plan.ContentProbe.Strictness;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Language;
import muster.plan.Need;
import muster.plan.Probe;
import muster.probes.content.ContentProbes;
import muster.sandbox.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents of small repositories against their files, their manifests, their history and each other.
class ClaimAuditTest {
    @TempDir
    Path root;

    @Test
    void countsOfFilesAreTakenInTheFolderThatTheSentenceNames() throws Exception {
        write("scripts/a.py", "print(1)");
        write("scripts/b.sh", "true");
        write("README.md", "There are 2 scripts in `scripts/`.\n\nThere are 5 scripts in `scripts/`.\n");

        assertThat(verdicts()).containsExactly("RIGHT 2", "WRONG 5");
    }

    @Test
    void rowsLinesAndSizesAreTakenInTheFileThatTheSentenceNames() throws Exception {
        write("data/orders.csv", "id,region\n1,a\n2,b\n3,a\n");
        write("README.md", """
            `orders.csv` has 3 rows.

            `orders.csv` has 12 rows.

            `orders.csv` has 2 columns.

            The size of `orders.csv` is 40 MB.
            """);

        assertThat(verdicts()).contains("RIGHT 3", "WRONG 12", "RIGHT 2", "WRONG 40");
    }

    @Test
    void aListNamedAfterWhatIsCountedCountsTheWholeAndItsParts() throws Exception {
        write("facts/tables.csv", "name\ncov_a\ncov_b\nlag_a\n");
        write("docs/a.md", "The dataset has 3 tables.\n\nCOV has 2 tables.\n\nLAG has 7 tables.\n\nTables: 4\n");

        assertThat(verdicts()).containsExactly("RIGHT 3", "RIGHT 2", "WRONG 7", "WRONG 4");
    }

    @Test
    void tablesThatAScriptIsSaidToWriteAreThoseThatItPrintsWhenItRunsDry() throws Exception {
        write("scripts/make.py", "print(1)");
        write("README.md", """
            | script | remark |
            |---|---|
            | `scripts/make.py` | writes 12 tables |

            `scripts/make.py` makes 7 tables.

            `scripts/else.py` makes 12 tables.
            """);
        var trial = new Recorder(Redaction.of(List.of()), "host")
                .record(
                        expecting("scripts/make.py"),
                        Instant.EPOCH,
                        Observation.pass("trial", "scripts/make.py", AssuranceLevel.DRY_RUNS, "it runs dry")
                                .with("dry-run-tables", 7));

        var claims = new ClaimAudit(new Ground(root.toRealPath()), Launcher.forThisMachine())
                .reconciled(List.of(trial), List.of());

        assertThat(claims)
                .filteredOn(each -> each.claim().unit().equals("tables"))
                .extracting(each -> each.verdict() + " " + each.claim().number())
                .containsExactlyInAnyOrder("WRONG 12", "RIGHT 7", "UNVERIFIABLE 12");
    }

    private static Expectation expecting(String path) {
        return new Expectation(
                new ExpectationId("e"),
                path,
                "scripts",
                Need.REQUIRED,
                AssuranceLevel.EXISTS,
                new Probe.Script(path, Language.PYTHON),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void versionsAreThoseOfTheManifestBeside() throws Exception {
        write("pyproject.toml", "[project]\nversion = \"1.3.0\"\nrequires-python = \">=3.11\"\n");
        write("requirements.txt", "polars==0.20.3\nnumpy>=1.26\n");
        write("README.md", "**Version**: 1.4.0\n\nRequires Python 3.9+.\n\nUses `polars` 0.20.3 and `numpy` 1.20.0.\n");

        assertThat(verdicts()).containsExactly("WRONG 1.4.0", "WRONG 3.9", "RIGHT 0.20.3");
    }

    @Test
    void aFileThatIsCalledReadyOrIsLinkedMustBeThere() throws Exception {
        write("scripts/a.py", "print(1)");
        write("README.md", """
            | script | status |
            |---|---|
            | `scripts/gone.py` | ✅ ready |

            [plan](docs/plan.md)

            The loader lives in `scripts/loader.py`, its parts in `scripts/a.py`.
            """);

        assertThat(verdicts())
                .containsExactlyInAnyOrder(
                        "WRONG ready", "WRONG docs/plan.md", "WRONG scripts/loader.py", "RIGHT scripts/a.py");
    }

    @Test
    void whatShallBeWrittenOrLiesInAnotherRepositoryIsNotMissing() throws Exception {
        write("scripts/a.py", "print(1)");
        write("plan.md", "Create `scripts/new.py` and write `docs/out.md`.\n\n## Deliverables\n\n- `scripts/b.py`\n");
        write("other.md", "See `scripts/x.py`.\n\nSee `scripts/y.py`.\n\nSee `scripts/z.py` there.\n");

        assertThat(verdicts()).noneMatch(verdict -> verdict.startsWith("WRONG"));
    }

    @Test
    void anOptionThatIsDeclaredAndNeverReadIsNotTaken() throws Exception {
        write("a.py", "p.add_argument(\"--mapping\")\np.add_argument(\"--limit\")\nprint(options.limit)\n");
        write("README.md", "`a.py` takes any mapping.\n\n`a.py` takes `--limit`.\n");

        assertThat(verdicts()).contains("WRONG takes mapping").doesNotContain("WRONG takes limit");
    }

    @Test
    void twoDocumentsThatCountTheSameDifferentlyContradictEachOther() throws Exception {
        write("a.md", "The warehouse holds 12 tables.\n\nThe team holds 3 meetings a week.\n");
        write("b.md", "The warehouse holds 14 tables.\n\nThe target is 20 tables.\n\nThe warehouse had 9 tables.\n");

        assertThat(verdicts()).containsExactlyInAnyOrder("CONTRADICTORY 12", "UNVERIFIABLE 3", "CONTRADICTORY 14");
    }

    @Test
    void limitsOfTwoSourcesThatNoValueMeetsContradictEachOther() throws Exception {
        write("validate_training_file.py", "MIN_COLUMNS = 10_000\n");
        write("validate_eurusd_training_file.py", "EXPECTED_COLUMNS = 458\n");
        write("validate_prices.py", "EXPECTED_COLUMNS = 12\n");

        assertThat(verdicts()).containsExactly("CONTRADICTORY 458", "CONTRADICTORY 10000");
    }

    @Test
    void aDocumentThatWasChangedAfterItsLastUpdateIsWrongAboutIt() throws Exception {
        write("docs/a.md", "# A\n\nLast updated: 2025-01-10\n");
        write("docs/b.md", "# B\n\nLast updated: 2025-01-20\n");
        commit("2025-01-09T12:00:00Z");
        write("docs/a.md", "# A\n\nLast updated: 2025-01-10\n\nMore.\n");
        write("docs/b.md", "# B\n\nLast updated: 2025-01-20\n\nMore.\n");
        commit("2025-01-20T12:00:00Z");

        assertThat(verdicts()).containsExactly("WRONG 2025-01-10", "RIGHT 2025-01-20");
    }

    @Test
    void aDocumentCannotSpeakOfWhatCameLater() throws Exception {
        write("README.md", "# Project\n");
        commit("2025-01-01T00:00:00Z");
        write("scripts/later.py", "print(1)");
        commit("2025-03-01T00:00:00Z");
        write("docs/a.md", "**Date**: 2025-01-10\n\nThe work is done by `scripts/later.py`.\n");
        commit("2025-03-05T00:00:00Z");

        assertThat(verdicts()).contains("WRONG 2025-01-10");
    }

    @Test
    void aFenceAQuotationAndAChangelogClaimNothing() throws Exception {
        write("scripts/a.py", "print(1)");
        write("README.md", "```\nThere are 99 scripts in `scripts/`.\n```\n\n> There are 98 scripts in `scripts/`.\n");
        write("CHANGELOG.md", "There are 97 scripts in `scripts/`.\n");

        assertThat(verdicts()).isEmpty();
    }

    @Test
    void whatIsShownInOtherMarkupIsNoProse() throws Exception {
        write("scripts/a.py", "print(1)");
        write("a.rst", """
            A
            =

            It installs::

              There are 9 scripts in `scripts/`.

            .. code-block:: bash
               :caption: scripts/gone.py

               There are 8 scripts in `scripts/`.

            .. note::
               There are 7 scripts in `scripts/`.

            There are 6 scripts in `scripts/`.
            """);
        write(
                "b.adoc",
                "= B\n\n----\nThere are 9 scripts in `scripts/`.\n----\n\nThere are 5 scripts in `scripts/`.\n");

        assertThat(verdicts()).containsExactly("WRONG 7", "WRONG 6", "WRONG 5");
    }

    @Test
    void aPageOfASiteAnAddressAndAnyOfManyAreNoFalseAlarms() throws Exception {
        write("docs/basics.md", "An address has 32 bits and 4 parts.\n");
        write("docs/a/b.md", """
            See [basics](../basics/), [them](../../basics.html) and [build](ci.example.com/public).

            An address has 128 bits and 8 parts.

            This limits it to 2^32 * 16 = 64 GB.
            """);

        assertThat(verdicts()).noneMatch(verdict -> verdict.startsWith("WRONG") || verdict.startsWith("CONTRA"));
    }

    @Test
    void hostileNamesAndTextsDoNoHarm() throws Exception {
        write(
                "docs/a\nb\u202E.md",
                "See `../../etc/passwd` and [x](../../../etc/passwd), `scripts/" + "a/".repeat(5_000) + "b.py`.\n");
        write("big.md", "1 + ".repeat(200_000) + "2 = 3\n" + "| ".repeat(50_000) + "\n");
        Files.createSymbolicLink(root.resolve("loop.md"), root.resolve("loop.md"));

        assertThat(verdicts()).noneMatch(verdict -> verdict.contains("passwd") && !verdict.startsWith("UNVERIFIABLE"));
    }

    @Test
    void theProbeFailsOnAWrongClaimAndIsInconclusiveWithoutAny() throws Exception {
        write("scripts/a.py", "print(1)");
        write("wrong.md", "There are 5 scripts in `scripts/`.\n");
        write("open.md", "The office has 3 windows.\n");
        write("empty.md", "Nothing.\n");

        assertThat(probed("wrong.md", Strictness.ALLOW)).contains("FAIL");
        assertThat(probed("open.md", Strictness.ALLOW)).contains("PASS");
        assertThat(probed("open.md", Strictness.REFUSE)).contains("FAIL");
        assertThat(probed("empty.md", Strictness.ALLOW)).contains("INCONCLUSIVE");
        assertThat(probed("none.md", Strictness.ALLOW)).contains("FAIL");
    }

    private String probed(String path, Strictness strictness) throws Exception {
        return new ContentProbes(new Ground(root.toRealPath()), Launcher.forThisMachine())
                .of(new ContentProbe.ClaimsHold(path, strictness)).stream()
                        .map(Observation::result)
                        .toList()
                        .toString();
    }

    private List<String> verdicts() throws IOException, InterruptedException {
        return ClaimAudit.of(root, List.of()).stream()
                .filter(claim -> claim.verdict() != ClaimVerdict.UNVERIFIABLE
                        || claim.claim().number() != null)
                .map(ClaimAuditTest::told)
                .toList();
    }

    private static String told(ReconciledClaim claim) {
        return claim.verdict() + " " + claim.claim().value();
    }

    private void write(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String date) throws IOException, InterruptedException {
        if (!Files.exists(root.resolve(".git"))) {
            git(date, "init", "-q");
        }
        git(date, "add", "-A");
        git(date, "-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "x");
    }

    private void git(String date, String... arguments) throws IOException, InterruptedException {
        var argv = new java.util.ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        var builder = new ProcessBuilder(argv).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_AUTHOR_DATE", date);
        builder.environment().put("GIT_COMMITTER_DATE", date);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        var process = builder.start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
    }
}
