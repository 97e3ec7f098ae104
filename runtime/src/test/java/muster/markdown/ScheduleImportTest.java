package muster.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import muster.plan.AgentId;
import muster.plan.AlertRule;
import muster.plan.AlertSeverity;
import muster.plan.Attendance;
import muster.plan.ConflictRule;
import muster.plan.Gate;
import muster.plan.HandOff;
import muster.plan.Meeting;
import muster.plan.Mode;
import muster.plan.NeedsDecision;
import muster.plan.Parsed;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Review;
import muster.plan.Risk;
import muster.plan.RiskLevel;
import muster.plan.RollbackProcedure;
import muster.plan.Standing;
import muster.plan.Task;
import muster.yaml.PlanReader;
import muster.yaml.PlanWriter;
import org.junit.jupiter.api.Test;

/// The execution schedule, seed 004.
class ScheduleImportTest {
    private final Imported imported = Read.seed("004_6e826696a097c9b8.txt");
    private final Plan plan = imported.plan();

    @Test
    void theFiguresAreThoseOfTheDocument() {
        assertThat(imported.boxes()).isEqualTo(43);
        ImportCounts counts = imported.counts();

        assertThat(counts.agents()).isEqualTo(5);
        assertThat(counts.phases()).isEqualTo(5);
        assertThat(counts.tasks()).isEqualTo(46);
        assertThat(counts.gates()).isEqualTo(3);
        assertThat(counts.handoffs()).isEqualTo(3);
        assertThat(counts.meetings()).isEqualTo(3);
        assertThat(counts.conflictRules()).isEqualTo(3);
        assertThat(counts.risks()).isEqualTo(5);
        assertThat(counts.metrics()).isEqualTo(12);
        assertThat(counts.alerts()).isEqualTo(12);
        assertThat(counts.rollbacks()).isEqualTo(3);
        assertThat(counts.reviews()).isEqualTo(5);
        assertThat(counts.repairs()).isEqualTo(3);
    }

    @Test
    void thePlanCanBeWrittenAndReadBack() {
        var read = PlanReader.read("muster.yaml", PlanWriter.write(plan).getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(new Parsed.Ok<>(plan));
    }

    @Test
    void aScheduleWithoutADateBeginsNowhere() {
        assertThat(plan.header().start()).isEqualTo(Instant.EPOCH);
        assertThat(plan.notes().needsDecision())
                .extracting(NeedsDecision::question)
                .contains("When does day 1 begin?");
    }

    @Test
    void aSupersededDocumentSaysSo() {
        assertThat(plan.header().standing())
                .isInstanceOfSatisfying(
                        Standing.Superseded.class,
                        standing -> assertThat(standing.by()).isEqualTo("GOAP_AGENT_ROADMAP.md"));
        assertThat(plan.notes().warnings()).anyMatch(warning -> warning.contains("no longer in force"));
    }

    @Test
    void phasesHaveTheirModes() {
        assertThat(plan.phases())
                .extracting(phase -> phase.id().value(), Phase::mode)
                .containsExactly(
                        tuple("phase-1", Mode.PARALLEL),
                        tuple("phase-2", Mode.SEQUENTIAL),
                        tuple("phase-3", Mode.HYBRID),
                        tuple("phase-4", Mode.PARALLEL),
                        tuple("phase-5", Mode.LOOP));
    }

    @Test
    void ownersComeFromBoldNamesHeadingsAndTheTextItself() {
        assertThat(owners("audit-current-caching-configuration-across-all-workflows"))
                .containsExactly("performance-specialist");
        assertThat(owners("streamline-benchmark-execution-and-coverage-collection"))
                .containsExactly("systems-architect");
        assertThat(owners("implement-workflow-variant-testing")).containsExactly("devops-engineer", "qa-engineer");
        assertThat(owners("qa-engineer-creates-monitoring-and-troubleshooting-guides"))
                .containsExactly("qa-engineer");
        assertThat(owners("end-to-end-testing-of-all-advanced-optimizations")).hasSize(4);
        assertThat(owners("continuous-monitoring-and-refinement")).isEmpty();
    }

    @Test
    void dependenciesAreResolvedByPhaseByHeadingAndByWords() {
        assertThat(needs("dependencies-job-orchestration-from-devops-engineer"))
                .containsExactly("handoff-performance-specialist-for-matrix-optimization");
        assertThat(needs("dependencies-matrix-optimization-complete"))
                .containsExactly("handoff-systems-architect-for-benchmark-optimization");
        assertThat(needs("dependencies-phase-2-completion")).containsExactly("phase-2-gate-review-and-approval");
        assertThat(needs("dependencies-phase-1-completion-can-run-parallel-to-phase-3.1"))
                .containsExactlyElementsOf(needs("dependencies-phase-1-completion"))
                .contains("validate-all-quick-wins-are-effective");
        assertThat(needs("design-disk-space-aware-job-scheduling")).containsExactly("dependencies-phase-1-completion");
    }

    @Test
    void gatesHaveApproversOrAsk() {
        assertThat(plan.coordination().gates())
                .extracting(Gate::approvers)
                .containsExactly(
                        List.of(new AgentId("goap-agent")),
                        List.of(
                                new AgentId("devops-engineer"),
                                new AgentId("performance-specialist"),
                                new AgentId("systems-architect"),
                                new AgentId("qa-engineer")),
                        List.of());
        assertThat(plan.notes().needsDecision())
                .extracting(NeedsDecision::question)
                .anyMatch(question -> question.startsWith("Who approves 'Final gate review"));
    }

    @Test
    void handOffsGoFromOwnerToReceiverAndExamplesAreNone() {
        assertThat(plan.coordination().handOffs())
                .extracting(
                        handOff -> handOff.from().value(),
                        handOff -> handOff.to().value(),
                        handOff -> String.valueOf(handOff.before()))
                .containsExactly(
                        tuple("devops-engineer", "performance-specialist", "implement-smart-matrix-execution-logic"),
                        tuple(
                                "performance-specialist",
                                "systems-architect",
                                "streamline-benchmark-execution-and-coverage-collection"),
                        tuple("systems-architect", "qa-engineer", "comprehensive-testing-and-validation"));
        assertThat(plan.coordination().handOffs()).extracting(HandOff::after).doesNotContainNull();
        assertThat(imported.plan().notes().templates())
                .singleElement()
                .satisfies(template -> assertThat(template.fields())
                        .containsExactly(
                                "handoff_id",
                                "from_agent",
                                "to_agent",
                                "phase",
                                "deliverables",
                                "dependencies",
                                "quality_checks",
                                "risk_assessment",
                                "next_steps"));
    }

    @Test
    void meetingsHaveTimeLengthAndAttendance() {
        assertThat(plan.coordination().meetings())
                .extracting(Meeting::title, Meeting::at, Meeting::length, Meeting::attendance)
                .containsExactly(
                        tuple("Daily Standup", LocalTime.of(9, 0), Duration.ofMinutes(15), Attendance.ALL),
                        tuple(
                                "Dependency Sync",
                                LocalTime.of(14, 0),
                                Duration.ofMinutes(30),
                                Attendance.CROSS_DEPENDENT),
                        tuple("EOD Review", LocalTime.of(18, 0), Duration.ofMinutes(15), Attendance.ALL));
        assertThat(plan.coordination().meetings().getFirst().agenda()).hasSize(4);
    }

    @Test
    void conflictsHaveTheirTimes() {
        assertThat(plan.coordination().conflicts())
                .extracting(ConflictRule::timeBox, ConflictRule::escalateAfter, ConflictRule::reviewAfter)
                .containsExactly(
                        tuple(null, null, null),
                        tuple(Duration.ofHours(4), Duration.ofHours(24), null),
                        tuple(null, null, Duration.ofHours(48)));
    }

    @Test
    void risksReachTheirPhasesAndTasks() {
        assertThat(plan.risks())
                .extracting(Risk::level, risk -> String.valueOf(risk.phase()))
                .containsExactly(
                        tuple(RiskLevel.HIGH, "phase-3"),
                        tuple(RiskLevel.MEDIUM_HIGH, "phase-2"),
                        tuple(RiskLevel.MEDIUM, "phase-2"),
                        tuple(RiskLevel.MEDIUM, "phase-3"),
                        tuple(RiskLevel.LOW, "phase-1"));
        assertThat(plan.phases().getFirst().risk()).isEqualTo(RiskLevel.LOW);
        assertThat(task("implement-smart-matrix-execution-logic").risk()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(task("design-dynamic-resource-allocation-system").risk()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void alertsHaveSeverityThresholdAndWindow() {
        assertThat(plan.watch().alerts())
                .extracting(AlertRule::severity)
                .containsExactly(
                        AlertSeverity.CRITICAL,
                        AlertSeverity.CRITICAL,
                        AlertSeverity.CRITICAL,
                        AlertSeverity.CRITICAL,
                        AlertSeverity.WARNING,
                        AlertSeverity.WARNING,
                        AlertSeverity.WARNING,
                        AlertSeverity.WARNING,
                        AlertSeverity.INFO,
                        AlertSeverity.INFO,
                        AlertSeverity.INFO,
                        AlertSeverity.INFO);
        assertThat(plan.watch().alerts().get(1).condition())
                .hasToString("Threshold[metric=Job success rate, bound=BELOW, value=90, unit=%]");
        assertThat(plan.watch().alerts().get(1).window()).isEqualTo(Duration.ofHours(2));
        assertThat(plan.watch().alerts().get(2).condition()).isNull();
    }

    @Test
    void rollbacksHaveBudgetsCommandsAndVariables() {
        assertThat(plan.outcome().rollbacks())
                .extracting(RollbackProcedure::budget)
                .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
        assertThat(plan.outcome().rollbacks().get(0).commands())
                .hasSize(3)
                .contains(List.of("git", "branch", "-D", "feat/github-actions-optimization"));
        assertThat(plan.outcome().rollbacks().get(1).environment())
                .isEqualTo(Map.of("DISABLE_SMART_SCHEDULING", "true", "DISABLE_ADVANCED_CACHING", "true"));
        assertThat(plan.outcome().rollbacks().get(2).steps()).hasSize(6);
    }

    @Test
    void reviewsHaveTheirIntervals() {
        assertThat(plan.outcome().reviews())
                .extracting(Review::every, review -> review.criteria().size())
                .containsExactly(
                        tuple(Period.ofDays(30), 5),
                        tuple(Period.ofDays(7), 1),
                        tuple(Period.ofMonths(1), 1),
                        tuple(Period.ofMonths(3), 1),
                        tuple(Period.ofYears(1), 1));
    }

    @Test
    void boxesAboutTheWorkBesideThemAreMilestones() {
        assertThat(plan.tasks())
                .filteredOn(task -> task.estimate().likely().isZero())
                .hasSize(16)
                .extracting(Task::title)
                .contains(
                        "Deliverable: scripts/github-actions-disk-cleanup.sh",
                        "Dependencies: Phase 1 completion",
                        "Handoff: QA Engineer for validation",
                        "Risk: High - requires extensive testing",
                        "Phase 2 gate review and approval");
    }

    private Task task(String id) {
        return plan.tasks().stream()
                .filter(task -> task.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + id));
    }

    private List<String> owners(String id) {
        return task(id).owners().stream().map(AgentId::value).toList();
    }

    private List<String> needs(String id) {
        return task(id).needs().stream().map(Object::toString).toList();
    }
}
