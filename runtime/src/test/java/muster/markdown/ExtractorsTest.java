package muster.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.Agent;
import muster.plan.AlertSeverity;
import muster.plan.Expectation;
import muster.plan.Language;
import muster.plan.Need;
import muster.plan.NeedsDecision;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.plan.Risk;
import muster.plan.RiskLevel;
import muster.plan.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Documents of other wording than the seeds.
class ExtractorsTest {

    @Test
    void aTableOfTasksGivesOwnersTimesAndOrder() {
        Plan plan = Read.plan(
                "# Move",
                "## Tasks",
                "",
                "| ID | Task | Assignee | Effort | Depends on |",
                "|---|---|---|---|---|",
                "| T1 | Take snapshot | Database Admin | 2 hours | - |",
                "| T2 | Run migration | Database Admin | 4-6 hours | T1 |");

        assertThat(plan.tasks())
                .extracting(
                        Task::title,
                        task -> task.owners().toString(),
                        task -> task.estimate().max())
                .containsExactly(
                        tuple("Take snapshot", "[database-admin]", Duration.ofHours(2)),
                        tuple("Run migration", "[database-admin]", Duration.ofHours(6)));
        assertThat(plan.tasks().get(1).needs())
                .containsExactly(plan.tasks().get(0).id());
    }

    @Test
    void aTableOfTheTeamGivesAgents() {
        Plan plan = Read.plan(
                "# Move", "## Team", "", "| Role | Name | Focus |", "|---|---|---|", "| DBA | Ada | schema, backups |");

        assertThat(plan.team().agents())
                .singleElement()
                .extracting(Agent::name, Agent::focus)
                .containsExactly("Ada", List.of("schema", "backups"));
    }

    @Test
    void filesInListsAndTablesAreExpected() {
        Plan plan = Read.plan(
                "# Audit of the release",
                "## Files in scope",
                "* `src/export.sh`: nightly export (MISSING?)",
                "* Load test scripts (if any exist)",
                "",
                "| File | Purpose | Status |",
                "|---|---|---|",
                "| `sql/ledger.sql` | ledger | exists |");

        assertThat(plan.expectations())
                .extracting(Expectation::title, Expectation::probe, Expectation::claimed, Expectation::need)
                .containsExactly(
                        tuple(
                                "nightly export",
                                new Probe.Script("src/export.sh", Language.SHELL),
                                "MISSING?",
                                Need.REQUIRED),
                        tuple(
                                "Load test scripts",
                                new Probe.Capability(List.of("load", "test"), null),
                                null,
                                Need.OPTIONAL),
                        tuple("ledger", new Probe.Script("sql/ledger.sql", Language.SQL), "Exists", Need.REQUIRED));
    }

    @Test
    void versionsOfPackagesAreKeptAndOpenListsAreAsked() {
        Plan plan = Read.plan(
                "# Check",
                "## Dependencies",
                "- Python packages: requests>=2.31, pydantic, etc.",
                "- CLI tools: `psql`, jq");

        assertThat(plan.expectations())
                .extracting(Expectation::probe)
                .containsExactly(
                        new Probe.Dependency("pip", "requests", ">=2.31"),
                        new Probe.Dependency("pip", "pydantic", ""),
                        new Probe.Tool("psql", ""),
                        new Probe.Tool("jq", ""));
        assertThat(questions(plan)).contains("Which further Python packages are there?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **Start**: 2026-03-02 09:00 CET | 2026-03-02T08:00:00Z
            Kickoff: March 2, 2026 at 9:00 AM UTC | 2026-03-02T09:00:00Z
            **Start Date**: 2 March 2026 | 2026-03-02T00:00:00Z
            **Date**: 2026-03-02T09:00:00+02:00 | 2026-03-02T07:00:00Z
            """)
    void aStartIsFoundInManyShapes(String line, Instant start) {
        assertThat(Read.plan("# Plan", "", line).header().start()).isEqualTo(start);
    }

    @Test
    void aTimeWithoutAZoneIsAQuestion() {
        Plan plan = Read.plan("# Plan", "", "**Deadline**: 2026-03-02 18:00");

        assertThat(questions(plan)).contains("In which time zone is 'Deadline'?");
    }

    @Test
    void risksInATableHaveTheirLevel() {
        Plan plan = Read.plan(
                "# P",
                "## Risks",
                "| Risk | Impact | Mitigation |",
                "|---|---|---|",
                "| Lock | High | at night |",
                "| Disk | ? | |");

        assertThat(plan.risks())
                .extracting(Risk::level, Risk::mitigations)
                .containsExactly(tuple(RiskLevel.HIGH, List.of("at night")), tuple(RiskLevel.MEDIUM, List.of()));
        assertThat(questions(plan)).contains("How high is the risk 'Disk'?");
    }

    @Test
    void alertsInOtherWordsHaveThresholds() {
        Plan plan = Read.plan(
                "# P", "## Alerts", "- Critical: error rate above 5% for 10 minutes", "- latency exceeds 500ms");

        assertThat(plan.watch().alerts().getFirst().severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(plan.watch().alerts().getFirst().condition())
                .hasToString("Threshold[metric=error rate, bound=ABOVE, value=5, unit=%]");
        assertThat(plan.watch().alerts().getFirst().window()).isEqualTo(Duration.ofMinutes(10));
        assertThat(questions(plan)).anyMatch(question -> question.startsWith("How severe is the alert"));
    }

    @Test
    void aLineThatNeedsAShellIsAStepAndAQuestion() {
        Plan plan = Read.plan("# P", "## Rollback (within 45 minutes)", "```bash", "git push --force", "a | b", "```");

        assertThat(plan.outcome().rollbacks().getFirst().budget()).isEqualTo(Duration.ofMinutes(45));
        assertThat(plan.outcome().rollbacks().getFirst().commands()).containsExactly(List.of("git", "push", "--force"));
        assertThat(plan.outcome().rollbacks().getFirst().steps()).containsExactly("a | b");
        assertThat(questions(plan)).anyMatch(question -> question.contains("a | b"));
    }

    @Test
    void aGateByNameAndADependencyOnAStage() {
        Plan plan = Read.plan(
                "# P",
                "**From**: PM (Product Manager)",
                "**To**: RE (Release Engineer)",
                "## Stage 1: Look (90 minutes)",
                "1. Read everything",
                "## Stage 2: Test (2 days)",
                "**Depends on**: Stage 1",
                "- Run everything",
                "- Stage 2 sign-off by PM");

        assertThat(plan.phases().get(1).needs())
                .containsExactly(plan.phases().get(0).id());
        assertThat(plan.coordination().gates().getFirst().approvers())
                .extracting(Object::toString)
                .containsExactly("pm");
        assertThat(plan.tasks()).extracting(task -> task.owners().toString()).containsOnly("[re]");
    }

    @Test
    void sumsThatDoNotAddUpAreWarnings() {
        Plan plan = Read.plan("# P", "## Costs", "- A: 3 hours", "- B: 4 hours", "- Total: 8 hours");

        assertThat(plan.notes().warnings())
                .singleElement()
                .asString()
                .contains("8 hour")
                .contains("7");
    }

    @Test
    void moreWorkThanTimeIsAWarning() {
        Plan plan = Read.plan(
                "# P",
                "**Start**: 2026-01-05 08:00 UTC",
                "**Deadline**: 2026-01-05 10:00 UTC (3 hours)",
                "## Phase 1: Dig (4 hours)",
                "- dig");

        assertThat(plan.notes().warnings())
                .anyMatch(warning -> warning.contains("they do not fit"))
                .anyMatch(warning -> warning.contains("says 3 h, yet it is 2 h"));
    }

    @Test
    void labelsDatesAndNamesAreNoClaims() {
        Plan plan = Read.plan(
                "# P", "Phase 2 tasks of M008 on Dec 14 at 09:00, Step 6 pipelines, 2025-12-13 days, 42 rows, 1.5 GB");

        assertThat(plan.claims())
                .extracting(claim -> claim.value() + " " + claim.unit())
                .containsExactly("42 rows", "1.5 GB");
    }

    @Test
    void aHeaderLineAboveDashesIsNoHeading() {
        Plan plan = Read.plan("# P", "**Start**: 2026-01-05", "---", "- [ ] go");

        assertThat(plan.header().start()).isEqualTo("2026-01-05T00:00:00Z");
    }

    private static List<String> questions(Plan plan) {
        return plan.notes().needsDecision().stream()
                .map(NeedsDecision::question)
                .toList();
    }
}
