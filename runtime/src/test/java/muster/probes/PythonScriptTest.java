package muster.probes;

import static muster.probes.Yard.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonScriptTest {
    private static final String RENAME = """
            #!/usr/bin/env python3
            \"""Renames tables.

            More.\"""
            import argparse
            import sys


            def main() -> int:
                parser = argparse.ArgumentParser(description=__doc__)
                parser.add_argument("--workers", type=int, default=2)
                parser.add_argument("--dry-run", action="store_true")
                options = parser.parse_args()
                if options.dry_run:
                    print("would rename with", options.workers)
                    return 0
                return 1


            if __name__ == "__main__":
                sys.exit(main())
            """;

    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void makeFolder() throws Exception {
        assumeThat(Workspace.SYSTEM_PYTHON).exists();
        yard = Yard.in(Files.createDirectory(folder.resolve("project")));
    }

    @Test
    void aScriptThatWorksClimbsToItsDryRunAndIsDescribed() throws Exception {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        yard.put("scripts/rename.py", RENAME).committed();

        var evidence = yard.python("scripts/rename.py", AssuranceLevel.DRY_RUNS);

        var script = evidence.getFirst();
        assertThat(script.result()).isEqualTo(ProbeResult.PASS);
        assertThat(script.reached()).isEqualTo(AssuranceLevel.DRY_RUNS);
        assertThat(script.output()).contains("usage: rename.py").contains("would rename with 2");
        assertThat(script.attributes())
                .containsEntry("lines", "21")
                .containsEntry("purpose", "Renames tables.")
                .containsEntry("arguments", "--workers, --dry-run")
                .containsEntry("execution-mode", "sequential")
                .containsEntry("last-modified", "2025-12-02T10:00:00Z");
        assertThat(evidence.get(1).kind()).isEqualTo("git");
    }

    @Test
    void aScriptThatIsNotPythonOnlyExists() {
        yard.put("scripts/broken.py", "x = 1\ndef f() -> bool\n    return True\n");

        var evidence = yard.python("scripts/broken.py", AssuranceLevel.DRY_RUNS);

        assertThat(evidence.getFirst().reached()).isEqualTo(AssuranceLevel.EXISTS);
        assertThat(codes(evidence)).containsExactly("syntax-error scripts/broken.py:2");
    }

    @Test
    void staticLevelsExecuteNothing() {
        var trace = folder.resolve("trace");
        yard.put("scripts/side.py", "open(%s, 'w').write('ran')\n".formatted("'" + trace + "'"));

        var evidence = yard.python("scripts/side.py", AssuranceLevel.REFERENCES_RESOLVE);

        assertThat(evidence.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(trace).doesNotExist();
    }

    @Test
    void importsMustBeInTheProjectDeclaredAndInstalled() {
        yard.put("requirements.txt", "no-such-distribution>=1\ngoogle-cloud-nothing>=3  # comment\n")
                .put("scripts/names.py", "X = 1\n")
                .put("scripts/imports.py", """
                        import json, os.path
                        from names import X
                        from scripts import names
                        import no_such_distribution
                        import lost_module
                        try:
                            import optional_module
                        except ImportError:
                            optional_module = None
                        def later():
                            from google.cloud import nothing
                        """);

        var evidence = yard.python("scripts/imports.py", AssuranceLevel.REFERENCES_RESOLVE);

        assertThat(evidence.getFirst().reached()).isEqualTo(AssuranceLevel.PARSES);
        assertThat(codes(evidence))
                .containsExactlyInAnyOrder(
                        "package-not-installed scripts/imports.py:4",
                        "undeclared-import scripts/imports.py:5",
                        "missing-module scripts/imports.py:5",
                        "package-not-installed scripts/imports.py:11");
    }

    @Test
    void anArgumentThatIsNeverReadIsFound() {
        yard.put("scripts/rename.py", RENAME.replace("options.workers", "2"));

        var evidence = yard.python("scripts/rename.py", AssuranceLevel.REFERENCES_RESOLVE);

        assertThat(codes(evidence)).containsExactly("ignored-argument scripts/rename.py:11");
        assertThat(evidence.getFirst().result()).isEqualTo(ProbeResult.FAIL);
    }

    @Test
    void argumentsThatAreHandedOnCountAsRead() {
        yard.put(
                "scripts/rename.py",
                RENAME.replace("return 1", "return elsewhere.run(options)").replace("options.workers", "2"));

        assertThat(codes(yard.python("scripts/rename.py", AssuranceLevel.REFERENCES_RESOLVE)))
                .isEmpty();
    }

    @Test
    void aFunctionThatIsOnlyDeclaredIsFoundInAProgram() {
        var declared = """
                def check(table):
                    \"""Checks the schema.\"""
                    raise NotImplementedError("later")
                class Port:
                    def send(self):
                        raise NotImplementedError
                """;
        yard.put("scripts/port.py", declared);
        yard.put("scripts/later.py", declared + "if __name__ == '__main__':\n    print('checked')\n");

        assertThat(codes(yard.python("scripts/later.py", AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactly("not-implemented scripts/later.py:1");
        assertThat(codes(yard.python("scripts/port.py", AssuranceLevel.REFERENCES_RESOLVE)))
                .isEmpty();
    }

    @Test
    void aFailureThatIsSwallowedAndReportedAsSuccessIsFound() {
        var swallowing = """
                def build(name):
                    try:
                        run(name)
                    except Exception:
                        pass
                    return True
                def main():
                    build("x")
                    print("SUCCESS")
                main()
                """;
        yard.put("scripts/bad.py", swallowing)
                .put("scripts/raises.py", swallowing.replace("pass", "raise"))
                .put("scripts/counts.py", swallowing.replace("pass", "failures.append(name)"))
                .put("scripts/narrow.py", swallowing.replace("except Exception", "except FileNotFoundError"))
                .put("scripts/looks.py", swallowing.replace("run(name)", "code = name.code"));

        assertThat(codes(yard.python("scripts/bad.py", AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactly("swallowed-failure scripts/bad.py:4");
        assertThat(List.of("raises", "counts", "narrow", "looks"))
                .allSatisfy(name -> assertThat(
                                codes(yard.python("scripts/" + name + ".py", AssuranceLevel.REFERENCES_RESOLVE)))
                        .isEmpty());
    }

    @Test
    void aListingThatEndsAfterOnePageIsFound() {
        yard.put("scripts/lists.py", """
                def first(client):
                    return next(client.list_tables("d", max_results=50).pages)
                def some(client):
                    return list(client.list_tables("d", max_results=50))
                def all_of_them(client):
                    token = None
                    while True:
                        page = client.list_tables("d", max_results=50, page_token=token)
                        token = page.next_page_token
                """);

        var evidence = yard.python("scripts/lists.py", AssuranceLevel.REFERENCES_RESOLVE);

        assertThat(codes(evidence))
                .containsExactlyInAnyOrder(
                        "one-page-listing scripts/lists.py:2", "one-page-listing scripts/lists.py:4");
    }

    @Test
    void aScriptThatChangesFilesWhenAskedForHelpIsFound() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        yard.put("scripts/rename.py", RENAME.replace("import sys\n", "import sys\nopen('out.json', 'w').close()\n"));

        var evidence = yard.python("scripts/rename.py", AssuranceLevel.ANSWERS_HELP);

        assertThat(codes(evidence)).containsExactly("side-effect-on-help scripts/rename.py");
        assertThat(yard.root().resolve("out.json")).doesNotExist();
    }

    @Test
    void aScriptWithoutACommandLineIsNotRunForItsHelp() {
        yard.put("scripts/plain.py", "open('out.json', 'w').close()\n");

        var evidence = yard.python("scripts/plain.py", AssuranceLevel.ANSWERS_HELP);

        assertThat(evidence.getFirst().reached()).isEqualTo(AssuranceLevel.REFERENCES_RESOLVE);
        assertThat(codes(evidence)).containsExactly("no-help scripts/plain.py");
    }

    @Test
    void testsBesideTheScriptAreRun() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        var test = """
                import sys, unittest
                sys.path.insert(0, "scripts")
                import rename
                class RenameTest(unittest.TestCase):
                    def test_main(self):
                        self.assertTrue(callable(rename.main))
                """;
        yard.put("scripts/rename.py", RENAME).put("tests/test_rename.py", test);
        var passed = yard.python("scripts/rename.py", AssuranceLevel.TESTS_PASS);

        yard.put("tests/test_rename.py", test.replace("rename.main", "rename.other"));
        var failed = yard.python("scripts/rename.py", AssuranceLevel.TESTS_PASS);

        assertThat(passed.getFirst().reached()).isEqualTo(AssuranceLevel.TESTS_PASS);
        assertThat(codes(failed)).containsExactly("tests-failed tests/test_rename.py");
    }

    @Test
    void whatOnlyAPartNeedsIsARemarkAndTheProgramItselfIsAlwaysThere() throws Exception {
        yard.put("tool.py", """
                import __main__
                def jython():
                    from java.lang import System
                    return System
                """);

        var seen = yard.python("tool.py", AssuranceLevel.REFERENCES_RESOLVE);

        assertThat(codes(seen)).containsExactly("missing-module tool.py:3");
        assertThat(seen.getFirst().reached()).isEqualTo(AssuranceLevel.REFERENCES_RESOLVE);
    }

    @Test
    void aScriptThatIsNotThereIsMissingAndItsNamesakeIsNamed() {
        yard.put("archive/gaps.py", "x = 1\n");

        var evidence = yard.python("scripts/gaps.py", AssuranceLevel.EXISTS);

        assertThat(evidence.getFirst().result()).isEqualTo(ProbeResult.FAIL);
        assertThat(evidence.getFirst().reached()).isEqualTo(AssuranceLevel.CLAIMED);
        assertThat(codes(evidence)).containsExactly("missing-file scripts/gaps.py", "found-elsewhere archive/gaps.py");
    }
}
