package muster.audit;

import static muster.audit.Given.TARGET;
import static muster.audit.Given.phase;
import static muster.audit.Given.script;
import static muster.audit.Given.task;
import static muster.audit.Given.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeverityRuleTest {
    private static final PhaseId LATER = new PhaseId("later");
    private static final PhaseId EARLIER = new PhaseId("earlier");

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("required for the target", script("a"), Severity.P0),
                arguments("with a workaround", with(script("a"), "rename", List.of(TARGET)), Severity.P1),
                arguments("for a phase before", with(script("a"), null, List.of(EARLIER)), Severity.P0),
                arguments("for a phase after", with(script("a"), null, List.of(LATER)), Severity.P1),
                arguments("for no phase", with(script("a"), null, List.of()), Severity.P1),
                arguments("optional for a phase", Given.optional(script("a")), Severity.P2),
                arguments("optional, nothing hangs on it", plain(), Severity.P3));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("table")
    void anUnmetExpectationIsAsBadAsTheTableSays(String name, Expectation expectation, Severity expected) {
        var auditor = auditor(
                expectation,
                phase(EARLIER, Mode.HYBRID, List.of()),
                phase(TARGET, Mode.HYBRID, List.of(EARLIER)),
                phase(LATER, Mode.HYBRID, List.of(TARGET)));

        assertThat(auditor.severity(missing(expectation))).as(name).isEqualTo(expected);
    }

    @Test
    void whatATaskWithSlackRequiresIsNotCritical() {
        var quick = with(script("a"), null, List.of(TARGET), Given.remedy("write", 2, 0));
        var target =
                phase(TARGET, Mode.PARALLEL, List.of(), task("long", 10, List.of()), task("short", 1, List.of(), "a"));

        assertThat(auditor(quick, target).severity(missing(quick))).isEqualTo(Severity.P1);
    }

    @Test
    void itIsCriticalIfItsRemedyTakesLongerThanTheSlack() {
        var slow = with(script("a"), null, List.of(TARGET), Given.remedy("write", 10, 0));
        var target =
                phase(TARGET, Mode.PARALLEL, List.of(), task("long", 10, List.of()), task("short", 1, List.of(), "a"));

        assertThat(auditor(slow, target).severity(missing(slow))).isEqualTo(Severity.P0);
    }

    @Test
    void whatATaskOnTheLongestChainRequiresIsCritical() {
        var quick = with(script("a"), null, List.of(), Given.remedy("write", 0, 0));
        var target = phase(
                TARGET,
                Mode.HYBRID,
                List.of(),
                task("first", 1, List.of(), "a"),
                task("second", 5, List.of("first")),
                task("beside", 5, List.of()));

        assertThat(auditor(quick, target).severity(missing(quick))).isEqualTo(Severity.P0);
    }

    @Test
    void whatIsReadyOrUnknownIsNoBlocker() {
        var auditor = auditor(script("a"), phase(TARGET, Mode.HYBRID, List.of()));

        assertThat(auditor.severity(of(script("a"), Readiness.READY))).isNull();
        assertThat(auditor.severity(of(script("a"), Readiness.UNKNOWN))).isNull();
    }

    private static Expectation plain() {
        return with(Given.optional(script("a")), null, List.of());
    }

    private static Auditor auditor(Expectation expectation, Phase... phases) {
        return new Auditor(Given.plan(List.of(expectation), List.of(phases), List.of(), List.of()), Given.rules());
    }

    private static Assessment missing(Expectation expectation) {
        return of(expectation, Readiness.MISSING);
    }

    private static Assessment of(Expectation expectation, Readiness readiness) {
        return new Assessment(expectation, readiness, AssuranceLevel.CLAIMED, "", List.of());
    }
}
