package muster.probes;

import static muster.probes.Yard.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellAndBuildFilesTest {
    private static final String EXTRACT = """
        #!/usr/bin/env bash
        # Extracts one pair.
        set -euo pipefail
        if [[ $# -lt 1 || "$1" == "--help" ]]; then
          echo "usage: extract.sh PAIR [--dry-run]"
          exit 0
        fi
        if [[ "${2:-}" == "--dry-run" ]]; then
          echo "would extract $1"
          exit 0
        fi
        no_such_command "$1"
        """;

    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void make() {
        assumeThat(Path.of("/usr/bin/shellcheck")).exists();
        yard = Yard.in(folder);
    }

    @Test
    void aShellScriptIsRunDryWithSampleArgumentsFromItsUsage() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        yard.put("scripts/extract.sh", EXTRACT);

        var evidence = probe("scripts/extract.sh", Language.SHELL, AssuranceLevel.DRY_RUNS);

        assertThat(evidence.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(evidence.getFirst().output()).contains("would extract sample");
        assertThat(evidence.getFirst().attributes())
                .containsEntry("purpose", "Extracts one pair.")
                .containsEntry("arguments", "--dry-run, --help");
    }

    @Test
    void aMissingFiIsASyntaxErrorWithItsLine() {
        yard.put("scripts/extract.sh", EXTRACT.replaceFirst("\nfi\n", "\n"));

        assertThat(codes(probe("scripts/extract.sh", Language.SHELL, AssuranceLevel.PARSES)))
                .containsExactly("syntax-error scripts/extract.sh:12");
    }

    @Test
    void whatAScriptMakesInAScratchFolderNeedNotExistBefore() {
        yard.put("scripts/try.sh", """
            #!/bin/bash
            work=$(mktemp -d)
            cp -r . "$work/copy"
            bash "$work/copy/run.sh"
            """);

        var evidence = probe("scripts/try.sh", Language.SHELL, AssuranceLevel.REFERENCES_RESOLVE);

        assertThat(evidence.getFirst().result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void scriptsThatAreCalledMustExistAndShellcheckSpeaksUp() {
        yard.put("scripts/extract.sh", EXTRACT).put("scripts/all.sh", """
            #!/usr/bin/env bash
            # shellcheck disable=SC2086
            here=$(cd "$(dirname "$0")" && pwd)
            echo "usage: all.sh PAIR, see lost.sh"
            bash "$here/extract.sh" "$1"
            bash "$here/merge.sh" "$1"
            python3 "$(dirname "$0")/validate.py"
            rm -rf $1/tmp
            """);

        assertThat(codes(probe("scripts/all.sh", Language.SHELL, AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactlyInAnyOrder("missing-file scripts/all.sh:6", "missing-file scripts/all.sh:7");
    }

    @Test
    void aVariableThatGetsNoValueIsARemark() {
        yard.put("scripts/clean.sh", """
            #!/usr/bin/env bash
            given=1
            for each in a b; do read -r line; done
            # $COMMENTED
            echo "$given ${each} $line ${FALLBACK:-x} $HOME" '$QUOTED'
            rm -rf "$WORK_DIR/tmp" "${WORK_DIR}"
            """);

        assertThat(codes(probe("scripts/clean.sh", Language.SHELL, AssuranceLevel.REFERENCES_RESOLVE)))
                .contains("unset-variable scripts/clean.sh:6")
                .filteredOn(code -> code.startsWith("unset-variable"))
                .hasSize(1);
    }

    @Test
    void aListingByCommandThatEndsAfterFiftyNamesIsFound() {
        yard.put("scripts/count.sh", "#!/bin/bash\nbq ls features | wc -l\nbq ls -n 10000 features | wc -l\n");

        assertThat(codes(probe("scripts/count.sh", Language.SHELL, AssuranceLevel.REFERENCES_RESOLVE)))
                .contains("one-page-listing scripts/count.sh:2")
                .doesNotContain("one-page-listing scripts/count.sh:3");
    }

    @Test
    void subCommandsThatToolsDoNotHaveAreFoundWhereverALineCallsThem() {
        yard.put("scripts/move.sh", """
            #!/bin/bash
            echo "try gsutil move"
            out=$(gsutil move a b)
            bq query --nouse_legacy_sql 'x'
            if gsutil -m cpp "$out" b; then :; fi
            """);

        assertThat(codes(probe("scripts/move.sh", Language.SHELL, AssuranceLevel.REFERENCES_RESOLVE)))
                .filteredOn(code -> code.startsWith("unknown-subcommand"))
                .containsExactly("unknown-subcommand scripts/move.sh:3", "unknown-subcommand scripts/move.sh:5");
    }

    @Test
    void aShellFunctionThatOnlySaysThatItIsToBeWrittenIsADefect() {
        yard.put("scripts/stub.sh", """
            #!/bin/bash
            check() {
              # TODO: compare the schemas
              return 0
            }
            later() { echo "to be written"; }
            real() {
              echo "not implemented by others"
              cp a b
            }
            quiet() {
              :
            }
            """);

        assertThat(codes(probe("scripts/stub.sh", Language.SHELL, AssuranceLevel.REFERENCES_RESOLVE)))
                .filteredOn(code -> code.startsWith("not-implemented"))
                .containsExactly("not-implemented scripts/stub.sh:2");
    }

    @Test
    void aDockerfileCopiesAndStartsOnlyWhatIsThere() {
        yard.put("scripts/run.py", "x = 1\n").put("lib/a.py", "x = 1\n").put("Dockerfile", """
            # syntax=docker/dockerfile:1
            FROM python AS build
            FROM python:3.11-slim
            WORKDIR /app
            COPY requirements.txt \\
                 scripts/run.py ./scripts/
            COPY lib/ lib/
            COPY --from=build /x /x
            RUN <<EOF
            COPY not an instruction
            EOF
            ENTRYPOINT ["python3", "scripts/run.py"]
            CMD ["/app/lib/b.py"]
            """);

        assertThat(codes(probe("Dockerfile", Language.DOCKERFILE, AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactlyInAnyOrder(
                        "unpinned-image Dockerfile:2", "missing-file Dockerfile:5", "missing-file Dockerfile:13");
    }

    @Test
    void whatIsStartedMustHaveBeenCopied() {
        yard.put("run.py", "x = 1\n").put("Dockerfile", "FROM python:3.11\nENTRYPOINT [\"python3\", \"run.py\"]\n");

        assertThat(codes(probe("Dockerfile", Language.DOCKERFILE, AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactly("not-copied Dockerfile:2");
    }

    @Test
    void aBuildConfigurationRefersOnlyToWhatIsThere() {
        yard.put("Dockerfile.a", "FROM x:1\n").put("build.yaml", """
            substitutions:
              _IMAGE: a
              _UNUSED: b
            steps:
              - id: build
                name: docker
                args: [build, --file=Dockerfile.a, -f, docker/Dockerfile.b, "$$_NOT", "${_IMAGE}", .]
              - id: push
                name: docker
                waitFor: [build, compile]
                args: [push, "--region=${_REGION}"]
            """);

        assertThat(codes(probe("build.yaml", Language.YAML, AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactlyInAnyOrder(
                        "missing-file build.yaml:7",
                        "unknown-step build.yaml:10",
                        "unknown-substitution build.yaml:11",
                        "unused-substitution build.yaml:3");
    }

    @Test
    void yamlAndJavaMustParse() {
        yard.put("bad.yaml", "a: 1\nb: [1,\nc: 2\n").put("Bad.java", "class Bad {\n  int x = ;\n}\n");

        assertThat(codes(probe("bad.yaml", Language.YAML, AssuranceLevel.PARSES)))
                .singleElement()
                .asString()
                .startsWith("syntax-error bad.yaml:");
        assertThat(codes(probe("Bad.java", Language.JAVA, AssuranceLevel.PARSES)))
                .containsExactly("syntax-error Bad.java:2");
    }

    private List<Evidence> probe(String path, Language language, AssuranceLevel level) {
        return yard.probe(new Probe.Script(path, language), level);
    }
}
