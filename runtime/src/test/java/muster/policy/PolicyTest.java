package muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.audit.Aggregates;
import muster.audit.DecisionRules;
import muster.audit.FiredRule;
import muster.audit.Verdict;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void aRuleFiresWithTheFiguresItSaw() {
        var policy = ok("""
                rules:
                  - {id: p0, when: openP0 > 0 && required == 0, decision: NO-GO, message: "{openP0} of {required}"}
                  - {id: p1, when: openP1 > 0, decision: GO-WITH-CONDITIONS, message: never}
                """);

        var fired = policy.fired().apply(Figures.with("openP0", 2));

        assertThat(fired).containsExactly(new FiredRule("p0", Verdict.NO_GO, "2 of 0"));
    }

    @Test
    void anUnknownFigureIsFoundWhenTheFileIsReadAtItsPlace() {
        assertThat(problems("""
                rules:
                  - id: p0
                    when: required > 0 && blokers > 0
                    decision: NO-GO
                    message: "{blokers}"
                """))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        message ->
                                assertThat(message).startsWith("p.yaml:5:15: unknown figure 'blokers'\nMaybe one of "),
                        undeclared ->
                                assertThat(undeclared).startsWith("p.yaml:3:27: undeclared reference to 'blokers'"));
    }

    @Test
    void aConditionThatIsNotTrueOrFalseIsRefused() {
        assertThat(problems("""
                rules:
                  - {id: p0, when: "openP0 + 1", decision: NO-GO, message: x}
                """)).singleElement().satisfies(problem -> {
            assertThat(problem.at().line()).isEqualTo(2);
            assertThat(problem.message()).contains("bool").contains("int");
        });
    }

    @Test
    void aConditionMayNotLoop() {
        assertThat(problems("""
                rules:
                  - {id: p0, when: "[1, 2].all(x, x > openP0)", decision: NO-GO, message: x}
                """)).isNotEmpty();
    }

    @Test
    void everyMistakeIsReportedNotTheFirstOnly() {
        assertThat(problems("""
                rules:
                  - {id: P0, when: openP0 >, decision: STOP, message: x}
                  - {id: p1, wenn: true}
                """))
                .extracting(Problem::message)
                .anySatisfy(m -> assertThat(m).startsWith("an id has"))
                .anySatisfy(m -> assertThat(m).startsWith("unknown decision 'STOP'"))
                .anySatisfy(m -> assertThat(m).contains("mismatched input"))
                .anySatisfy(m -> assertThat(m).isEqualTo("unknown key 'wenn'"));
    }

    @Test
    void aConditionThatBreaksDefersTheDecision() {
        var policy = ok("""
                rules:
                  - {id: share, when: 1 / required > 0, decision: GO, message: x}
                """);

        assertThat(policy.fired().apply(Aggregates.NONE))
                .singleElement()
                .extracting(FiredRule::decision)
                .isEqualTo(Verdict.DEFER);
    }

    @Test
    void theHashIsThatOfTheText() {
        var one = ok("rules: [{id: a, when: 'true', decision: GO, message: x}]");
        var other = ok("rules: [{id: a, when: 'true', decision: DEFER, message: x}]");

        assertThat(one.sha256()).hasSize(64).isNotEqualTo(other.sha256());
    }

    private static DecisionRules ok(String text) {
        return switch (Policy.read("p.yaml", text)) {
            case Parsed.Ok<DecisionRules>(var rules) -> rules;
            case Parsed.Failed<DecisionRules>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> problems(String text) {
        return switch (Policy.read("p.yaml", text)) {
            case Parsed.Ok<DecisionRules> _ -> List.of();
            case Parsed.Failed<DecisionRules>(var problems) -> problems;
        };
    }
}
