package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.coordination.Charter;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.Delivered;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.plan.AgentId;
import muster.plan.ItemId;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.plan.RiskLevel;
import org.junit.jupiter.api.Test;

class HandOffFileTest {
    private static final AgentId DEVOPS = new AgentId("devops");
    private static final AgentId PERF = new AgentId("perf");
    private static final HandOffId NEXT = HandOffId.parse("HD-2024-01-15-DEVOPS-001");
    private static final Charter CHARTER = new Charter(
            List.of(new Charter.Member(DEVOPS, "DevOps Engineer"), new Charter.Member(PERF, "Performance Specialist")),
            List.of(),
            List.of(),
            List.of());

    /// The example of seed 004.
    private static final String EXAMPLE = """
            handoff_id: HD-2024-01-15-DEVOPS-001
            from_agent: DevOps Engineer
            to_agent: Performance Specialist
            phase: 2.1
            deliverables:
              - Disk space-aware job scheduler implementation
              - Resource allocation monitoring dashboard
            dependencies:
              - Enhanced disk cleanup script (Phase 1)
            quality_checks:
              - Job scheduler functionality: PASSED
              - Resource monitoring accuracy: PASSED
            risk_assessment: low
            next_steps: Implement smart matrix execution using job scheduler API
            """;

    @Test
    void theExampleOfTheTemplateIsRead() {
        var note = ok(EXAMPLE);

        assertThat(note.id()).isEqualTo(NEXT);
        assertThat(note.from()).isEqualTo(DEVOPS);
        assertThat(note.to()).isEqualTo(PERF);
        assertThat(note.phase()).isEqualTo("2.1");
        assertThat(note.checks())
                .containsExactly(
                        new CheckRun("Job scheduler functionality", CheckStatus.PASSED),
                        new CheckRun("Resource monitoring accuracy", CheckStatus.PASSED));
        assertThat(note.risk()).isEqualTo(RiskLevel.LOW);
        assertThat(HandOffFile.write(note, CHARTER))
                .startsWith("handoff_id: HD-2024-01-15-DEVOPS-001\nfrom_agent: DevOps");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var note = new HandOffNote(
                NEXT,
                DEVOPS,
                PERF,
                "2.10",
                List.of(
                        new Delivered("scripts/a b.sh", "ab".repeat(32)),
                        new Delivered("${HOME}: \"quoted\" # no comment\nsecond line", null),
                        new Delivered("true", null)),
                List.of("- dash", "名前"),
                List.of(new CheckRun("x: y", CheckStatus.FAILED), new CheckRun("42", CheckStatus.NOT_RUN)),
                RiskLevel.MEDIUM_HIGH,
                "2024",
                new ItemId("to-perf"));

        assertThat(ok(HandOffFile.write(note, CHARTER))).isEqualTo(note);
    }

    @Test
    void anIdThatIsLeftOutIsTheNextOne() {
        assertThat(ok(EXAMPLE.substring(EXAMPLE.indexOf('\n') + 1)).id()).isEqualTo(NEXT);
    }

    @Test
    void everyProblemIsToldWithItsPlace() {
        var problems = problems("""
                handoff_id: HD-2024
                from_agent: DevOps Enginer
                to_agent: perf
                phase: 1
                deliverables:
                  - a.sh: md5:1
                quality_checks:
                  - works: maybe
                  - runs
                risk_assessment: none
                step: x
                """);

        assertThat(problems.stream().map(problem -> problem.at() + " " + problem.message()))
                .containsExactly(
                        "h.yaml:1:1 a hand-off needs the key 'next_steps'",
                        "h.yaml:1:13 handoff_id: an id must look like HD-<date>-<agent>-<sequence>, got 'HD-2024'",
                        "h.yaml:2:13 there is no agent 'DevOps Enginer'",
                        "h.yaml:6:11 a.sh must be sha256: and 64 hexadecimal digits, got 'md5:1'",
                        "h.yaml:8:12 works must be one of PASSED, FAILED, NOT_RUN, got 'maybe'",
                        "h.yaml:9:5 check 'runs' needs a status",
                        "h.yaml:10:18 risk_assessment must be one of low, medium, medium-high, high, got 'none'",
                        "h.yaml:11:1 unknown key 'step' in a hand-off");
        assertThat(problems.get(2).hint()).isEqualTo("Maybe 'DevOps Engineer' is meant");
    }

    private static HandOffNote ok(String text) {
        return switch (read(text)) {
            case Parsed.Ok<HandOffNote>(var note) -> note;
            case Parsed.Failed<HandOffNote>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> problems(String text) {
        return ((Parsed.Failed<HandOffNote>) read(text)).problems();
    }

    private static Parsed<HandOffNote> read(String text) {
        return HandOffFile.read("h.yaml", text.getBytes(StandardCharsets.UTF_8), CHARTER, NEXT);
    }
}
