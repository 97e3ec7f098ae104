package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The six questions of seed 003 itself, answered on the example's project, where what is missing was planted and is
/// written down.
class SeedAnswersTest {
    private static final String DIRECTIVE = "shared/seeds/003_e201b026a90178e6.txt";
    private static final Map<String, JsonNode> ANSWERS = new TreeMap<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void answered() throws IOException {
        var seed = above(DIRECTIVE);
        assumeThat(seed).as("the document, a file beside the project").isPresent();
        project(folder);
        Said.to("audit", folder, "--plan", seed.orElseThrow(), "--at", "2025-12-13T21:00:00Z")
                .exits(Exit.NO);
        answers(folder).forEach(each -> ANSWERS.put(each.get("kind").asString(), each));
    }

    private static JsonNode answers(Path workspace) {
        return Said.to("answer", "--workspace", workspace, "--json")
                .exits(Exit.NO)
                .json("muster.answers/1")
                .get("answers");
    }

    @Test
    void eachOfTheSixIsAnsweredWithReasonsAndEvidence() {
        assertThat(ANSWERS.keySet())
                .containsExactly(
                        "dependencies", "infrastructure", "likely_blockers", "missing_scripts", "risk_level", "start");
        assertThat(ANSWERS.values()).allSatisfy(each -> {
            assertThat(each.get("reasons")).isNotEmpty();
            assertThat(each.get("evidence")).isNotEmpty();
        });
        assertThat(text("start")).startsWith("NO: ");
        assertThat(reasons("start"))
                .contains("NO-GO", "open P0", "Gap analysis")
                .contains("not tested", "BigQuery Access");
        assertThat(text("risk_level")).isEqualTo("HIGH");
    }

    /// Five of the six capabilities without a path, and scripts that the directive lists and the project lacks.
    @Test
    void missingScriptsHaveTheTimeThatTheyTakeAndSayWhatItRestsOn() {
        assertThat(text("missing_scripts")).contains("missing", "not tested");
        assertThat(reasons("missing_scripts"))
                .contains(
                        "COV Rename Script (1,596 tables): ",
                        "Primary Violation Script (364 tables): ",
                        "(rule of thumb) 1 h to 10 h",
                        "not tested (1): Validation Script");
    }

    @Test
    void theyTakeAsLongOnceTheDirectiveIsAPlanFile(@TempDir Path other) throws IOException {
        var workspace = other.resolve("project");
        project(workspace);
        var plan = other.resolve("imported.yaml");
        Said.to("import", above(DIRECTIVE).orElseThrow(), "--out", plan).exits(Exit.YES);

        Said.to("audit", workspace, "--plan", plan, "--at", "2025-12-13T21:00:00Z")
                .exits(Exit.NO);

        var answer = answers(workspace)
                .valueStream()
                .filter(each -> each.get("kind").asString().equals("missing_scripts"))
                .findFirst()
                .orElseThrow();
        assertThat(answer.get("answer"))
                .isEqualTo(ANSWERS.get("missing_scripts").get("answer"));
        assertThat(answer.get("reasons"))
                .isEqualTo(ANSWERS.get("missing_scripts").get("reasons"));
        assertThat(answer.get("evidence")).isNotEmpty();
    }

    @Test
    void whatCannotBeReachedFromHereIsNotKnownRatherThanFine() {
        assertThat(text("infrastructure")).startsWith("NOT KNOWN (0 ready");
        assertThat(reasons("infrastructure")).contains("Quotas: BigQuery", "Service Accounts");
        assertThat(reasons("dependencies")).contains("BigQuery API", "OAuth tokens, UNKNOWN: NOT-RUN");
        assertThat(Said.to("answer", "--workspace", folder).out()).contains("OAuth tokens, UNKNOWN: NOT-RUN");
    }

    @Test
    void likelyBlockersAreThoseOfTheAuditTheGravestFirst() {
        assertThat(text("likely_blockers")).matches("\\d+ blockers, \\d+ of them P0");
        assertThat(ANSWERS.get("likely_blockers").get("reasons").get(0).asString())
                .startsWith("P0 ");
    }

    private static String text(String kind) {
        return ANSWERS.get(kind).get("answer").asString();
    }

    private static String reasons(String kind) {
        return ANSWERS.get(kind).get("reasons").toString();
    }

    private static void project(Path folder) throws IOException {
        var from = above("examples/m008/project").orElseThrow();
        try (var walk = Files.walk(from)) {
            for (var source : walk.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(from.relativize(source).toString());
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
        }
    }

    private static Optional<Path> above(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }
}
