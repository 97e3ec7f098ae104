package muster.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.Claim;
import muster.plan.Deadline;
import muster.plan.Definition;
import muster.plan.Deliverable;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.NeedsDecision;
import muster.plan.Origin;
import muster.plan.Parsed;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.plan.Question;
import muster.yaml.PlanReader;
import muster.yaml.PlanWriter;
import org.junit.jupiter.api.Test;

/// The audit directive, seed 003.
class DirectiveImportTest {
    private final Imported imported = Read.seed("003_e201b026a90178e6.txt");
    private final Plan plan = imported.plan();

    @Test
    void theFiguresAreThoseOfTheDocument() {
        ImportCounts counts = imported.counts();

        assertThat(counts.agents()).isEqualTo(4);
        assertThat(counts.phases()).isEqualTo(6);
        assertThat(counts.tasks()).isEqualTo(23);
        assertThat(counts.expectations()).isEqualTo(58);
        assertThat(counts.fileExpectations()).isEqualTo(29);
        assertThat(counts.inScope()).isEqualTo(23);
        assertThat(counts.deliverables()).isEqualTo(6);
        assertThat(counts.claims()).isEqualTo(17);
        assertThat(counts.questions()).isEqualTo(6);
        assertThat(plan.outcome().successCriteria()).hasSize(6);
        assertThat(plan.outcome().nextSteps()).hasSize(5);
        assertThat(plan.coordination().escalations()).hasSize(1);
        assertThat(counts.gates()).isEqualTo(1);
        assertThat(counts.repairs()).isEqualTo(19);
    }

    @Test
    void thePlanCanBeWrittenAndReadBack() {
        var read = PlanReader.read(
                "muster.yaml", PlanWriter.write(plan).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(new Parsed.Ok<>(plan));
    }

    @Test
    void whatTheDocumentAssertsOfAFileIsAClaim() {
        assertThat(plan.expectations())
                .filteredOn(each -> each.claimed() != null)
                .hasSize(12)
                .allSatisfy(each -> assertThat(each.claimed()).startsWith("EXISTS"));
        assertThat(expectation("generate_reg_tables_with_coefficients.py").claimed())
                .isEqualTo("EXISTS, M005 ready?");
        assertThat(expectation("extract_only.sh").claimed()).isNull();
    }

    @Test
    void requiredScriptsWithoutAPathAreCapabilitiesOfTheTargetPhase() {
        assertThat(plan.expectations())
                .filteredOn(each -> each.group().equals("Required Scripts for Phase 4C"))
                .extracting(
                        Expectation::title,
                        Expectation::probe,
                        each -> each.phases().getFirst().value())
                .containsExactly(
                        tuple("COV Rename Script (1,596 tables)", words("cov", "rename"), "phase-4c"),
                        tuple("LAG Consolidation Script (224→56 tables)", words("lag", "consolidation"), "phase-4c"),
                        tuple("VAR Rename Script (7 tables)", words("var", "rename"), "phase-4c"),
                        tuple("Primary Violation Script (364 tables)", words("primary", "violation"), "phase-4c"),
                        tuple("View Creation Script (30-day grace period)", words("view", "creation"), "phase-4c"),
                        tuple("Validation Script (row count checks, schema checks)", words("validation"), "phase-4c"));
        assertThat(plan.notes().needsDecision())
                .extracting(NeedsDecision::question)
                .filteredOn(question -> question.startsWith("How long does it take to create"))
                .hasSize(5);
    }

    @Test
    void theExampleOfABlockerIsTheRemedyOfWhatItNamesAndNothingElseHasOne() {
        assertThat(plan.expectations())
                .filteredOn(each -> !each.remedies().isEmpty())
                .extracting(Expectation::title)
                .containsExactly("LAG Consolidation Script (224→56 tables)");
        assertThat(plan.expectations().stream().flatMap(each -> each.remedies().stream()))
                .singleElement()
                .satisfies(remedy -> {
                    assertThat(remedy.title()).isEqualTo("Create consolidation script, pilot with 5 pairs");
                    assertThat(remedy.owner()).hasToString("ba");
                    assertThat(remedy.estimate())
                            .isEqualTo(new Estimate(Duration.ofHours(6), Duration.ofHours(9), Duration.ofHours(12)));
                });
        assertThat(plan.notes().needsDecision())
                .filteredOn(each -> each.question().contains("LAG Consolidation"))
                .singleElement()
                .satisfies(each -> assertThat(each.toString())
                        .contains("6-12 hours (script creation + testing)", "until it is decided"));
    }

    @Test
    void infrastructureAndDependenciesGetTheirOwnProbes() {
        assertThat(plan.expectations())
                .extracting(Expectation::probe)
                .contains(
                        new Probe.ScratchTable("warehouse"),
                        new Probe.Remote("object-store", "gs://bqx-ml-staging/"),
                        new Probe.Remote("job", "bqx-ml-extract"),
                        new Probe.Remote("job", "bqx-ml-merge"),
                        new Probe.Remote("quota", "BigQuery"),
                        new Probe.Remote("quota", "Cloud Run"),
                        new Probe.Dependency("pip", "polars", ""),
                        new Probe.Dependency("pip", "google-cloud-bigquery", ""),
                        new Probe.Tool("gcloud", ""),
                        new Probe.Tool("gsutil", ""),
                        new Probe.Remote("credential", "OAuth tokens"),
                        new Probe.HandedOver("EA", "mandate inventory"));
    }

    @Test
    void statedNumbersAreKeptApartFromThoseOfTheTemplates() {
        assertThat(plan.claims())
                .filteredOn(claim -> claim.origin() == Origin.STATED)
                .extracting(
                        claim -> claim.source().line(), claim -> claim.value().toString(), Claim::unit)
                .containsExactly(
                        tuple(24, "10", "phase"),
                        tuple(106, "1596", "tables"),
                        tuple(107, "224", "tables"),
                        tuple(107, "56", "tables"),
                        tuple(108, "7", "tables"),
                        tuple(109, "364", "tables"),
                        tuple(110, "30", "day"),
                        tuple(227, "9.5", "hours"),
                        tuple(239, "1", "hour"),
                        tuple(245, "2", "hours"),
                        tuple(251, "1", "hour"),
                        tuple(257, "1", "hour"),
                        tuple(263, "1", "hour"),
                        tuple(269, "1", "hour"),
                        tuple(270, "6", "documents"),
                        tuple(312, "3", "pages"),
                        tuple(318, "6", "deliverables"));
        assertThat(plan.claims())
                .filteredOn(claim -> claim.value().toString().equals("5817"))
                .singleElement()
                .extracting(Claim::origin)
                .isEqualTo(Origin.EXAMPLE);
    }

    @Test
    void deliverablesTakeTheirFolderTheirFieldsAndTheirLimit() {
        assertThat(plan.outcome().deliverables())
                .extracting(Deliverable::path)
                .containsExactly(
                        "docs/IMPLEMENTATION_SCRIPT_INVENTORY_20251213.md",
                        "docs/M008_PHASE4C_READINESS_REPORT_20251213.md",
                        "docs/INFRASTRUCTURE_READINESS_REPORT_20251213.md",
                        "docs/DEPENDENCY_ANALYSIS_20251213.md",
                        "docs/EXECUTION_BLOCKER_ANALYSIS_20251213.md",
                        "docs/BA_AUDIT_SUMMARY_20251213.md");
        assertThat(plan.outcome().deliverables().get(4).fields())
                .containsExactly(
                        "Type",
                        "Impact",
                        "Affected Phase",
                        "Estimated Delay",
                        "Mitigation",
                        "Workaround",
                        "Recommended Action");
        assertThat(plan.outcome().deliverables().getFirst().fields()).hasSize(12);
        assertThat(plan.outcome().deliverables().getLast().pages()).isEqualTo(3);
        assertThat(plan.outcome().deliverables())
                .allSatisfy(each -> assertThat(each.due()).isEqualTo("2025-12-14T09:00:00Z"));
    }

    @Test
    void startAndBothDeadlinesAreInstants() {
        assertThat(plan.header().start()).isEqualTo("2025-12-13T20:30:00Z");
        assertThat(plan.header().deadlines())
                .extracting(Deadline::title, Deadline::at)
                .containsExactly(
                        tuple("Target Completion", Instant.parse("2025-12-14T06:00:00Z")),
                        tuple("Deliverables Due", Instant.parse("2025-12-14T09:00:00Z")));
        assertThat(plan.notes().warnings())
                .anyMatch(warning -> warning.contains("the phases take 7 h in sum") && warning.contains("9.5 h"));
    }

    @Test
    void thePhasesOfTheMethodBelongToTheAddressee() {
        assertThat(plan.phases())
                .extracting(Phase::estimate)
                .containsExactly(hours(1), hours(2), hours(1), hours(1), hours(1), hours(1), null);
        assertThat(plan.tasks())
                .allSatisfy(task ->
                        assertThat(task.owners()).extracting(Object::toString).containsExactly("ba"));
        assertThat(plan.header().target()).hasToString("phase-4c");
    }

    @Test
    void theQuestionsAreNumberedAndTheEscalationNamesItsReceiver() {
        assertThat(plan.questions()).extracting(Question::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(plan.coordination().escalations().getFirst().to()).isEqualTo("CE");
        assertThat(plan.coordination().waitsFor()).containsExactly("EA: mandate inventory");
    }

    @Test
    void severitiesAndCategoriesAreDefinitions() {
        assertThat(imported.plan().notes().definitions())
                .extracting(Definition::term)
                .containsExactly(
                        "READY",
                        "PARTIAL",
                        "MISSING",
                        "BLOCKED",
                        "P0-CRITICAL Blockers",
                        "P1-HIGH Blockers",
                        "P2-MEDIUM Blockers",
                        "P3-LOW Blockers");
    }

    private Expectation expectation(String id) {
        return plan.expectations().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Probe words(String... words) {
        return new Probe.Capability(List.of(words), null);
    }

    private static Estimate hours(int hours) {
        return Estimate.exactly(Duration.ofHours(hours));
    }
}
