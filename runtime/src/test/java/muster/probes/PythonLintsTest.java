package muster.probes;

import static muster.probes.Yard.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.audit.Evidence;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import muster.probes.scripts.sql.NameRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLintsTest {
    /// A rule about names that begin with `cov`: they have four parts.
    private static final NameRule FOUR_PARTS = name -> {
        if (!name.startsWith("cov_")) {
            return NameRule.Judgement.FOREIGN;
        }
        return name.split("_", -1).length == 4 ? NameRule.Judgement.LEGAL : NameRule.Judgement.ILLEGAL;
    };

    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void fill() throws Exception {
        assumeThat(Workspace.SYSTEM_PYTHON).exists();
        yard = Yard.in(Files.createDirectory(folder.resolve("project")))
                .filledWith("CREATE TABLE cov_a_b_c (x INTEGER)", "CREATE TABLE cov_a_b (x INTEGER)");
    }

    @Test
    void renamesThatAreDoneAlreadyAreFound() {
        var rename = """
            RENAMES = {
                "cov_old": "cov_a_b_c",
                "cov_a_b": "cov_x_y_z",
            }
            def statement(old, new):
                return f"ALTER TABLE d.{old} RENAME TO {new}"
            """;

        assertThat(codes(read(rename))).containsExactly("stale-rename scripts/s.py:2");
        assertThat(codes(read(rename.replace("cov_old", "cov_a_b_d").replace("cov_a_b_c", "cov_new"))))
                .isEmpty();
        assertThat(codes(read(rename.replace("RENAME", "TALK")))).isEmpty();
    }

    @Test
    void aPatternForNamesThatAcceptsForbiddenOnesIsARemark() {
        assertThat(codes(read("import re\nNAME = re.compile(r'^[a-z]+(_[a-z]+)+$')\n")))
                .containsExactly("lenient-pattern scripts/s.py:2");
        assertThat(codes(read("import re\nNAME = re.compile(r'^[a-z]+(_[a-z]+){3}$')\n")))
                .isEmpty();
        assertThat(codes(read("import re\nDAY = re.compile(r'^[0-9]+$')\n"))).isEmpty();
    }

    @Test
    void namesThatADryRunPrintsAreJudged() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        var prints = """
            import argparse
            parser = argparse.ArgumentParser()
            parser.add_argument("--dry-run", action="store_true")
            if parser.parse_args().dry_run:
                print("cov_p_q")
                print("CREATE TABLE d.cov_r_s AS SELECT 1")
                print("nothing_else is a name here, not even cov_t_u")
            """;

        assertThat(codes(dry(prints))).containsExactly("illegal-name scripts/s.py");
        assertThat(dry(prints).getFirst().findings().getFirst().message())
                .startsWith("running dry, it prints 2 names, 2 of");
        assertThat(codes(dry(prints.replace("cov_p_q", "cov_p_q_r").replace("cov_r_s", "cov_r_s_t"))))
                .isEmpty();
    }

    @Test
    void rowsThatAreAddedUpAndJoinsFromTheLeftAreRemarks() {
        var sums = """
            def rows_kept(sources, destination):
                return sum(sources) == destination
            def total(prices, paid):
                return sum(prices) == paid
            """;
        var joins = """
            def merge(files, read):
                frame = read(files[0])
                for file in files[1:]:
                    frame = frame.join(read(file), on="k", how="left")
                return frame
            def look_up(frame, names):
                return frame.merge(names, how="left")
            """;

        assertThat(codes(read(sums))).containsExactly("row-sum scripts/s.py:2");
        assertThat(codes(read(joins))).containsExactly("left-join scripts/s.py:4");
        assertThat(codes(read(joins.replace("\"left\"", "\"full\"")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def merged(left, right, result):\n    return len(left) + len(right) == len(result.rows)",
                "def join_check(a, b, joined):\n    total = a.height + b.height\n    assert total == joined.height",
                "def deduplicated(counts, rows):\n    if sum(counts.values()) != rows:\n        raise ValueError"
            })
    void rowsOfAMergeThatAreAddedUpAreARemarkInAnyForm(String sums) {
        assertThat(codes(read(sums))).singleElement().asString().startsWith("row-sum");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def concatenated(left, right, rows):\n    return len(left) + len(right) == len(rows)",
                "def split_rows(parts, whole):\n    return sum(len(part) for part in parts) == len(whole)",
                "def merged(rows, keys):\n    return len(set(rows)) == keys",
                "def merged_cost(prices, paid):\n    return sum(prices) == paid",
                "def next_row(row, last):\n    return row + 1 == last"
            })
    void rowsThatMayBeAddedUpAreNoRemark(String sums) {
        assertThat(codes(read(sums))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def check(a):\n    raise NotImplementedError\n",
                "def check(a):\n    \"\"\"Checks.\"\"\"\n    raise RuntimeError('not implemented yet')\n",
                "def check(a):\n    pass  # TODO\n",
                "async def check(a):\n    \"\"\"To be written.\"\"\"\n"
            })
    void aFunctionOfAProgramThatIsStillToBeWrittenIsADefect(String function) {
        assertThat(codes(read("#!/usr/bin/env python3\n" + function)))
                .containsExactly("not-implemented scripts/s.py:2");
        assertThat(codes(read(function))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Base:\n    def check(self):\n        raise NotImplementedError\n",
                "if True:\n    def link(a):\n        raise NotImplementedError\n",
                "import functools\n@functools.singledispatch\ndef shown(a):\n    raise NotImplementedError(a)\n",
                "def nothing(*given):\n    pass\n",
                "def dummy():\n    raise NotImplementedError\ndef chosen():\n    return dummy\n",
                "def check(a):\n    raise ValueError(a)\n"
            })
    void aFunctionThatDoesNothingOnPurposeIsNone(String function) {
        assertThat(codes(read("#!/usr/bin/env python3\n" + function))).isEmpty();
    }

    @Test
    void aFailureThatSomebodyIsToldOfIsNotDropped() {
        var main = """
            import sys
            def main():
                print("done")
            code = 1
            try:
                main()
                code = 0
            except Exception as error:
                %s
            sys.exit(code)
            """;

        assertThat(codes(read(main.formatted("print(error, file=sys.stderr)")))).isEmpty();
        assertThat(codes(read(main.formatted("pass")))).containsExactly("swallowed-failure scripts/s.py:8");
    }

    @Test
    void boundsThatNoValueKeepsAreRemarksIfTheScriptsAreAboutOneThing() {
        yard.put("scripts/check_train_file.py", "MIN_COLUMNS = 10_000\nMAX_ROWS = 5\n");
        var mine = "EXPECTED_COLUMNS = 458\nEXPECTED_ROWS = 4\n";
        yard.put("scripts/check_eurusd_train_file.py", mine).put("scripts/check_test_folder.py", mine);

        assertThat(codes(probed("scripts/check_eurusd_train_file.py")))
                .containsExactly("contradicting-constants scripts/check_eurusd_train_file.py:1");
        assertThat(codes(probed("scripts/check_test_folder.py"))).isEmpty();
    }

    @Test
    void whatAScriptStartsMustBeThereAndKnowItsOptions() {
        yard.put("scripts/tool.py", """
            import argparse
            parser = argparse.ArgumentParser()
            parser.add_argument("--pair")
            print(parser.parse_args().pair)
            """);
        var starts = """
            import subprocess, sys
            subprocess.run(["python3", "scripts/tool.py", "--pair", sys.argv[1]])
            subprocess.run(["python3", "scripts/tool.py", "--pears=x"])
            subprocess.check_call(["bash", "scripts/gone.sh"])
            subprocess.run(["bq", "--quiet", "lst", "d"])
            """;

        assertThat(codes(read(starts)))
                .containsExactly(
                        "unknown-option scripts/s.py:3",
                        "missing-file scripts/s.py:4",
                        "unknown-subcommand scripts/s.py:5");
    }

    @Test
    void packagesThatPyprojectAndItsExtrasDeclareAreDeclared() {
        yard.put("pyproject.toml", """
            [build-system]
            requires = ["hatchling"]
            [project]
            name = "x"
            dependencies = [
                "no-such-one>=1; python_version > '3'",
            ]
            [project.optional-dependencies]
            fast = ["no-such-two[extra]>=2", "no_such.three"]
            [tool.poetry.group.dev.dependencies]
            no-such-four = "^1"
            """);

        assertThat(codes(read("import no_such_one, no_such_two, no_such_three, no_such_four, no_such_five\n")))
                .filteredOn(code -> code.startsWith("undeclared-import"))
                .hasSize(1);
    }

    private List<Evidence> read(String text) {
        yard.put("scripts/s.py", text);
        return probed("scripts/s.py");
    }

    private List<Evidence> dry(String text) {
        yard.put("scripts/s.py", text);
        return probed("scripts/s.py", AssuranceLevel.DRY_RUNS);
    }

    private List<Evidence> probed(String path) {
        return probed(path, AssuranceLevel.REFERENCES_RESOLVE);
    }

    private List<Evidence> probed(String path, AssuranceLevel level) {
        return new Probes(yard.workspace().withNaming(FOUR_PARTS))
                .probe(Yard.expecting(new Probe.Script(path, Language.PYTHON), level), Yard.NOW);
    }
}
