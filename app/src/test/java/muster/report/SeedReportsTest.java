package muster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.audit.Auditor;
import muster.audit.Verdict;
import muster.markdown.MarkdownImporter;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.policy.Policy;
import muster.review.Answer;
import muster.review.Answers;
import muster.review.QuestionKind;
import muster.review.StartForecast;
import org.junit.jupiter.api.Test;

/// The directive itself, audited without any evidence.
class SeedReportsTest {
    private static final Instant NOW = Instant.parse("2025-12-14T06:00:00Z");

    @Test
    void aDirectiveOfWhichNothingWasTestedIsDeferred() throws IOException {
        assertThat(audited().audit().decision().verdict()).isEqualTo(Verdict.DEFER);
    }

    @Test
    void itsSixQuestionsAreAllOfKnownKinds() throws IOException {
        assertThat(audited().answers())
                .extracting(Answer::kind)
                .containsExactly(
                        QuestionKind.START,
                        QuestionKind.MISSING_SCRIPTS,
                        QuestionKind.INFRASTRUCTURE,
                        QuestionKind.DEPENDENCIES,
                        QuestionKind.RISK_LEVEL,
                        QuestionKind.LIKELY_BLOCKERS);
    }

    @Test
    void itsSixDeliverablesAreWrittenWithTheLabelsOfItsTemplates() throws IOException {
        var written = new Reports().write(ReportView.of(audited()));

        assertThat(written).hasSize(6);
        assertThat(written.get("docs/IMPLEMENTATION_SCRIPT_INVENTORY_20251213.md"))
                .containsSubsequence(
                        "## Script: generate_tri_tables.py",
                        "**Status**: ❔ UNKNOWN",
                        "**Location**: scripts/generate_tri_tables.py",
                        "**M008 Compliance**: NOT-RUN",
                        "**Recommendation**: ");
    }

    private static ReportInput audited() throws IOException {
        var plan = plan();
        var audit = new Auditor(plan, Policy.standard()).judge(List.of(), Map.of(), NOW);
        var start = new StartForecast(NOW, StartForecast.Feasibility.ON_TIME, NOW, Duration.ZERO, List.of());
        return new ReportInput(
                plan, audit, Answers.to(plan, audit, start), new ReportInput.Subject(".", null, "0.1.0"), List.of());
    }

    private static Plan plan() throws IOException {
        var seed = seed();
        assumeThat(seed).as("the directive, a file beside the project").isPresent();
        return switch (new MarkdownImporter().read("directive.md", Files.readAllBytes(seed.orElseThrow()))) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Optional<Path> seed() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/seeds/003_e201b026a90178e6.txt"))
                .filter(Files::exists)
                .findFirst();
    }
}
