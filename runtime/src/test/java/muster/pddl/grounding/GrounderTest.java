package muster.pddl.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.pddl.PddlTask;
import muster.pddl.SharedPddl;
import muster.pddl.Texts;
import muster.strips.FactSet;
import muster.strips.Operator;
import muster.strips.StripsTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrounderTest {

    private static GroundedTask grounded(PddlTask task) {
        return switch (Grounder.ground(task, () -> false)) {
            case Grounding.Grounded(var grounded) -> grounded;
            case Grounding other -> throw new AssertionError(other);
        };
    }

    private static PddlTask task(String actions, String init, String goal) {
        return Texts.task(
                """
                    (define (domain d) (:types box room) (:constants big - box)
                    (:predicates (in ?b - box ?r - room) (full ?b - box) (door ?r ?s - room) (locked) (red ?b - box))
                    (:functions (total-cost) (price ?b - box))
                    """ + actions + ")",
                "(define (problem p) (:domain d) (:objects a b - box r s - room)\n(:init " + init + ")\n(:goal " + goal
                        + "))");
    }

    private static List<String> names(GroundedTask grounded) {
        return grounded.task().operators().stream().map(Operator::name).toList();
    }

    @Test
    void whatNoActionChangesIsDecidedAndLeftOut() {
        var task = task(
                "(:action move :parameters (?b - box ?r ?s - room) :precondition (and (in ?b ?r) (door ?r ?s))"
                        + " :effect (and (not (in ?b ?r)) (in ?b ?s)))",
                "(in a r) (door r s)",
                "(in a s)");

        var grounded = grounded(task);

        assertThat(names(grounded)).containsExactly("(move a r s)");
        assertThat(grounded.facts()).containsExactly("(in a r)", "(in a s)");
    }

    @Test
    void aNegativeConditionBecomesAFactOfItsOwnOnlyWhereItIsNeeded() {
        var task = task(
                "(:action fill :parameters (?b - box) :precondition (not (full ?b)) :effect (full ?b))(:action dump"
                        + " :parameters (?b - box) :precondition (full ?b) :effect (not (full ?b)))(:action lock"
                        + " :parameters () :precondition (and (full big) (not (full a))) :effect (locked))",
                "(full a)",
                "(locked)");

        var grounded = grounded(task);

        assertThat(grounded.facts())
                .containsExactly("(full big)", "(full a)", "(locked)", "(not (full big))", "(not (full a))")
                .doesNotContain("(not (locked))");
        assertThat(names(grounded)).doesNotContain("(fill b)", "(dump b)");
    }

    @Test
    void whatServesNothingIsLeftOut() {
        var task = task(
                "(:action lock :parameters () :precondition () :effect (locked))"
                        + "(:action fill :parameters (?b - box) :precondition () :effect (full ?b))",
                "",
                "(locked)");

        assertThat(names(grounded(task))).containsExactly("(lock)");
    }

    @Test
    void ofActionsThatDoTheSameTheCheapestStays() {
        var task = task(
                "(:action lock :parameters (?b - box) :precondition () :effect (and (locked) (increase (total-cost)"
                        + " (price ?b))))",
                "(= (price big) 5) (= (price a) 2.50) (= (price b) 3)",
                "(locked))(:metric minimize (total-cost)");

        var grounded = grounded(task);

        assertThat(names(grounded)).containsExactly("(lock a)");
        assertThat(grounded.cost(grounded.task().operators().getFirst().cost())).isEqualByComparingTo("2.5");
    }

    @Test
    void anActionWhoseCostHasNoValueCannotBeDone() {
        var task = task(
                "(:action lock :parameters (?b - box) :precondition () :effect (and (locked) (increase (total-cost)"
                        + " (price ?b))))",
                "(= (price b) 3)",
                "(locked))(:metric minimize (total-cost)");

        assertThat(names(grounded(task))).containsExactly("(lock b)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(locked)|(locked)",
                "(and (in a r) (full a))|(full a)",
                "(door r s)|(door r s)",
                "(and (in a r) (not (in a r)))|(not (in a r))",
                "(exists (?b - box) (full ?b))|(exists (?b) (full ?b))",
                "(= a b)|(= a b)"
            })
    void aGoalThatCanNeverHoldIsNamed(String goal, String named) {
        var task = task("(:action full :parameters () :precondition (locked) :effect (full a))", "(in a r)", goal);

        assertThat(Grounder.ground(task, () -> false)).isEqualTo(new Grounding.Unreachable(List.of(named)));
    }

    @Test
    void aGoalThatHoldsAlreadyNeedsNoOperators() {
        var task = task("(:action lock :parameters () :precondition () :effect (locked))", "(in a r)", "(in a r)");

        assertThat(grounded(task).task()).isEqualTo(StripsTask.of(0, none(), none(), List.of()));
    }

    private static FactSet none() {
        return FactSet.EMPTY;
    }

    @Test
    void aConditionThatCanBeMetInVeryManyWaysIsRefusedWithItsPlace() {
        var either =
                IntStream.range(0, 11).mapToObj(_ -> "(or (full a) (full b))").collect(Collectors.joining(" "));
        var distinct = Stream.of("big", "a", "b")
                .flatMap(one -> Stream.of(
                        "(or (full " + one + ") (in " + one + " r))", "(or (full " + one + ") (in " + one + " s))"))
                .collect(Collectors.joining(" "));
        var fill =
                "(:action fill :parameters (?b - box ?r - room) :precondition () :effect (and (full ?b) (in ?b ?r)))";

        assertThat(names(grounded(task(fill, "", "(and " + either + ")")))).contains("(fill a r)");
        assertThat(names(grounded(task(fill, "", "(and " + distinct + ")")))).contains("(fill a r)");
        var switches = IntStream.range(0, 11)
                .mapToObj(number -> "(when (s" + number + ") (t" + number + "))")
                .collect(Collectors.joining(" "));
        var words = IntStream.range(0, 11)
                .mapToObj(number -> "(s" + number + ") (t" + number + ")")
                .collect(Collectors.joining(" "));
        var adds =
                IntStream.range(0, 11).mapToObj(number -> "(s" + number + ")").collect(Collectors.joining(" "));
        var many = Texts.task(
                "(define (domain d) (:predicates " + words + ") (:action on :parameters () :effect (and " + adds
                        + "))\n(:action all :parameters () :effect (and " + switches + ")))",
                "(define (problem p) (:domain d) (:init) (:goal (t1)))");
        assertThat(Grounder.ground(many, () -> false))
                .isInstanceOfSatisfying(
                        Grounding.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .hasToString("d.pddl:2:1: unsupported: the condition and effects of 'all' can be met in"
                                        + " more than 1024 ways"));
    }

    @Test
    void aFloodOfOperatorsEndsAtTheStopSignal() {
        var objects = IntStream.range(0, 1000).mapToObj(number -> "o" + number).collect(Collectors.joining(" "));
        var flood = Texts.task(
                "(define (domain d) (:predicates (p ?x)) (:action a :parameters (?a ?b ?c ?d ?e ?f ?g) :effect (p"
                        + " ?a)))",
                "(define (problem p) (:domain d) (:objects " + objects + ") (:init) (:goal (p o1)))");
        int[] asked = {0};

        assertThat(Grounder.ground(flood, () -> asked[0]++ == 5)).isEqualTo(new Grounding.Stopped());
    }

    /// None where the shared tasks are not.
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("shared")
    void sharedTasksAreGroundedToSmallTasks(SharedPddl shared) {
        var grounded = grounded(shared.task());

        assertThat(grounded.task().operators()).hasSizeBetween(4, 300);
        assertThat(grounded.task().facts()).isBetween(4, 100);
        assertThat(grounded).isEqualTo(grounded(shared.task()));
    }

    static List<SharedPddl> shared() {
        return SharedPddl.all();
    }

    @Test
    void costsAreScaledToWholeNumbers() {
        var task = task(
                "(:action fill :parameters (?b - box) :precondition () :effect (and (full ?b) (increase (total-cost)"
                        + " (* 2 (price ?b)))))",
                "(= (price a) 0.125) (= (price b) 3)",
                "(and (full a) (full b)))(:metric minimize (total-cost)");

        var grounded = grounded(task);

        assertThat(grounded.task().operators()).extracting(Operator::cost).containsExactly(25L, 600L);
        assertThat(grounded.cost(625)).isEqualTo(new BigDecimal("6.25"));
    }
}
