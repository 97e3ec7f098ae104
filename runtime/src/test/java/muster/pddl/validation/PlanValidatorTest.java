package muster.pddl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import muster.pddl.PddlText;
import muster.pddl.PlanText;
import muster.pddl.Texts;
import muster.plan.Location;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanValidatorTest {

    private static PlanText plan(String text) {
        return switch (PlanText.read(new PddlText("plan", text))) {
            case Parsed.Ok<PlanText>(var plan) -> plan;
            case Parsed.Failed<PlanText>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Verdict verdict(String plan) {
        return PlanValidator.validate(
                Texts.task(Texts.DOMAIN, Texts.PROBLEM), plan(plan).steps(), new Location("plan", 1, 1));
    }

    private static List<String> faults(String plan) {
        return switch (verdict(plan)) {
            case Verdict.Valid valid -> List.of(valid.toString());
            case Verdict.Invalid(var faults) ->
                faults.stream().map(Object::toString).toList();
        };
    }

    @Test
    void aPlanThatReachesTheGoalIsValidAndItsCostIsTheSum() {
        assertThat(verdict("(light b)\n(carry a cellar hall)\n(light a)\n"))
                .isEqualTo(new Verdict.Valid(3, new BigDecimal("4.5")));
    }

    @Test
    void otherPlannersFormsAreRead() {
        var text = """
            ; made elsewhere
            0: (LIGHT b) [1]
            1.000: (carry a cellar hall) [1.000]
            2:(light a)
            ; cost = 4.5 (general cost)
            """;

        assertThat(plan(text).stated()).isEqualByComparingTo("4.5");
        assertThat(verdict(text)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void anEmptyPlanIsAPlan() {
        assertThat(faults("; nothing to do\n"))
                .containsExactly(
                        "plan:1:1: the goal is not reached: (on a) does not hold",
                        "plan:1:1: the goal is not reached: (on b) does not hold");
    }

    @Test
    void theFirstStepThatCannotBeDoneSaysWhatItLacks() {
        assertThat(faults("(light b)\n(carry a hall hall)\n(light a)"))
                .containsExactly(
                        "plan:2:1: step 2 (carry a hall hall) cannot be done: (at a hall) does not hold",
                        "plan:2:1: step 2 (carry a hall hall) cannot be done: (= hall hall) holds");
    }

    @Test
    void everyStepThatIsNoActionIsTold() {
        assertThat(faults("(lihgt b)\n(light)\n(light c)\n(light hall)"))
                .containsExactly(
                        "plan:1:1: unknown action lihgt\nMaybe 'light' is meant",
                        "plan:2:1: 'light' takes 1 object, got 0",
                        "plan:3:1: unknown object c",
                        "plan:4:1: hall is of type place; lamp is expected as ?l");
    }

    @Test
    void aStepWithoutACostCannotBeDone() {
        var task = Texts.task(Texts.DOMAIN, Texts.problemWith("(= (distance cellar hall) 2.5)", ""));

        assertThat(PlanValidator.validate(task, plan("(carry a cellar hall)").steps(), new Location("plan", 1, 1)))
                .asString()
                .contains("step 1 (carry a cellar hall) cannot be done: its cost has no value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(light b|plan:1:1: this '(' is never closed",
                "light b|plan:1:1: a step such as (move a b) is expected, got light",
                "((light b))|plan:1:1: a step such as (move a b) is expected, got ( ...)",
                "()|plan:1:1: a step such as (move a b) is expected, got ( ...)"
            })
    void whatIsNoPlanFileIsRefusedWithItsPlace(String text, String problem) {
        assertThat(PlanText.read(new PddlText("plan", text)))
                .isInstanceOfSatisfying(
                        Parsed.Failed.class,
                        failed -> assertThat(failed.problems().getFirst()).hasToString(problem));
    }

    @Test
    void conditionalEffectsLookAtTheStateBefore() {
        var task = Texts.task(
                "(define (domain d) (:predicates (p ?x) (q ?x)) (:action swap :parameters () :effect (forall (?x)"
                        + " (and (when (p ?x) (and (not (p ?x)) (q ?x))) (when (q ?x) (and (not (q ?x)) (p ?x)))))))",
                "(define (problem p) (:domain d) (:objects a b) (:init (p a) (q b)) (:goal (and (q a) (p b) (not (p"
                        + " a)) (not (q b)))))");

        assertThat(PlanValidator.validate(task, plan("(swap)").steps(), new Location("plan", 1, 1)))
                .isEqualTo(new Verdict.Valid(1, BigDecimal.ONE));
    }

    @Test
    void anAtomThatIsAddedAndDeletedHoldsAfterwards() {
        var task = Texts.task(
                "(define (domain d) (:predicates (p)) (:action both :parameters () :effect (and (p) (not (p)))))",
                "(define (problem p) (:domain d) (:init) (:goal (p)))");

        assertThat(PlanValidator.validate(task, plan("(both)").steps(), new Location("plan", 1, 1)))
                .isInstanceOf(Verdict.Valid.class);
    }
}
