package muster.probes;

import static muster.probes.Yard.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

class WorkflowTest {
    private static final String PATH = ".github/workflows/ci.yml";
    private static final String SOUND = """
            on:
              push:
              workflow_dispatch:
                inputs:
                  level: {type: string}
            jobs:
              plan:
                runs-on: ubuntu-24.04
                outputs:
                  sizes: ${{ steps.pick.outputs.sizes }}
                steps:
                  - uses: actions/checkout@v4
                  - uses: ./.github/actions/setup
                  - id: pick
                    run: |
                      echo "sizes=[1,2]" >> "$GITHUB_OUTPUT"
              build:
                needs: plan
                runs-on: ubuntu-24.04
                strategy:
                  matrix:
                    size: ${{ fromJSON(needs.plan.outputs.sizes) }}
                    include:
                      - {size: 9, extra: yes}
                steps:
                  - run: bash scripts/build.sh ${{ matrix.size }} ${{ matrix.extra }} ${{ inputs.level }}
                  - run: ./build.sh
                    working-directory: scripts
            """;

    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void fill() throws Exception {
        yard = Yard.in(Files.createDirectory(folder.resolve("project")))
                .put(".github/actions/setup/action.yml", "name: setup\n")
                .put("scripts/build.sh", "echo built\n");
    }

    @Test
    void aSoundWorkflowResolvesAndIsNotRun() {
        var evidence = read(SOUND);

        assertThat(evidence.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(evidence.getFirst().attributes()).containsEntry("execution-mode", "workflow");
        assertThat(codes(evidence)).isEmpty();
        assertThat(yard.probe(new Probe.Script(PATH, Language.YAML), AssuranceLevel.DRY_RUNS)
                        .getFirst()
                        .result())
                .isEqualTo(ProbeResult.NOT_RUN);
    }

    @Test
    void whatAWorkflowRefersToMustBeThere() {
        assertThat(codes(read(SOUND.replace("./.github/actions/setup", "./.github/actions/gone"))))
                .containsExactly("missing-file " + PATH + ":13");
        assertThat(codes(read(SOUND.replace("scripts/build.sh $", "scripts/gone.sh $"))))
                .containsExactly("missing-file " + PATH + ":26");
        assertThat(codes(read(SOUND.replace("run: ./build.sh", "run: ./gone.sh"))))
                .containsExactly("missing-file " + PATH + ":27");
        assertThat(codes(read(SOUND.replace("needs: plan", "needs: [plan, test]"))))
                .containsExactly("unknown-job " + PATH + ":18");
    }

    @Test
    void idsOutputsMatrixKeysAndInputsMustBeDeclared() {
        assertThat(codes(read(SOUND.replace("steps.pick.outputs", "steps.pack.outputs"))))
                .containsExactly("unknown-step " + PATH + ":10");
        assertThat(codes(read(SOUND.replace("echo \"sizes=", "echo \"size=")
                        .replace("steps.pick.outputs.sizes", "steps.pick.outputs.lengths"))))
                .containsExactly("unknown-output " + PATH + ":10");
        assertThat(codes(read(SOUND.replace("needs.plan.outputs.sizes", "needs.plan.outputs.size"))))
                .containsExactly("unknown-output " + PATH + ":22");
        assertThat(codes(read(SOUND.replace("matrix.extra", "matrix.more"))))
                .containsExactly("unknown-matrix-key " + PATH + ":26");
        assertThat(codes(read(SOUND.replace("inputs.level", "inputs.depth"))))
                .containsExactly("unknown-input " + PATH + ":26");
    }

    @Test
    void secretsAndFloatingActionsAreRemarksAndScriptsMustParse() {
        var secret = read(SOUND.replace("inputs.level", "secrets.DEPLOY_KEY"));

        assertThat(codes(secret)).containsExactly("unknown-secret " + PATH + ":26");
        assertThat(secret.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(read(SOUND.replace("checkout@v4", "checkout@main"))))
                .containsExactly("unpinned-action " + PATH + ":12");
        assertThat(codes(read(SOUND.replace("run: ./build.sh", "run: if true; then ./build.sh"))))
                .containsExactly("syntax-error " + PATH + ":27");
    }

    @Test
    void aJavaSourceImportsWhatIsInTheProjectOrDeclared() {
        yard.put("src/main/java/org/own/a/A.java", "package org.own.a; public class A {}\n")
                .put("pom.xml", "<dependency><groupId>com.google.guava</groupId></dependency>\n")
                .put("src/main/java/org/own/b/B.java", """
                        package org.own.b;
                        import static org.own.a.A.x;
                        import java.util.List;
                        import org.own.a.%s;
                        import com.google.common.base.Joiner;
                        import org.own.gone.C;
                        import net.unknown.D;
                        class B {}
                        """.formatted("*"));

        var evidence = yard.probe(
                new Probe.Script("src/main/java/org/own/b/B.java", Language.JAVA), AssuranceLevel.TESTS_PASS);

        assertThat(codes(evidence))
                .containsExactly(
                        "missing-module src/main/java/org/own/b/B.java:6",
                        "undeclared-import src/main/java/org/own/b/B.java:7");
    }

    private List<Evidence> read(String text) {
        yard.put(PATH, text);
        return yard.probe(new Probe.Script(PATH, Language.YAML), AssuranceLevel.REFERENCES_RESOLVE);
    }
}
