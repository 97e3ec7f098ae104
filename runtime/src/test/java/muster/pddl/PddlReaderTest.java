package muster.pddl;

import static muster.pddl.Texts.DOMAIN;
import static muster.pddl.Texts.PROBLEM;
import static muster.pddl.Texts.domainWith;
import static muster.pddl.Texts.problemWith;
import static muster.pddl.Texts.problems;
import static muster.pddl.Texts.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PddlReaderTest {

    @Test
    void aDomainAndAProblemAreOneTask() {
        var task = task(DOMAIN, PROBLEM);

        assertThat(task.domain()).isEqualTo("lamps");
        assertThat(task.objects()).extracting(PddlObject::name).containsExactly("hall", "a", "b", "cellar");
        assertThat(task.init())
                .containsExactly(new Fact("at", List.of("a", "cellar")), new Fact("at", List.of("b", "hall")));
        assertThat(task.values()).containsEntry(new Fact("distance", List.of("cellar", "hall")), new BigDecimal("2.5"));
        assertThat(task.metric()).isEqualTo(Metric.TOTAL_COST);
        assertThat(task.schemas()).extracting(Schema::name).containsExactly("carry", "light");
        assertThat(task.remarks()).isEmpty();
    }

    @Test
    void lettersMayBeLargeOrSmallAndCommentsRunToTheEndOfTheLine() {
        var domain = domainWith("(:action light", "; (:action dark\n(:ACTION LIGHT");

        assertThat(task(domain, PROBLEM).schemas().getLast().name()).isEqualTo("light");
    }

    @Test
    void anObjectMayBeOfEitherType() {
        var domain = domainWith("lamp place - object", "lamp place - object shelf - (either lamp place)");
        var problem = problemWith("a b - lamp", "a b - lamp s - shelf t - (either lamp place)");

        var task = task(domain, problem);

        var place = new Parameter("?p", List.of("place"));
        assertThat(task.candidates(place)).extracting(PddlObject::name).containsExactly("hall", "s", "t", "cellar");
    }

    @Test
    void aTypeNeedNotBeDeclaredBeforeOthersAreKindsOfIt() {
        var domain = domainWith("lamp place - object", "lantern - lamp lamp place - thing");
        var problem = problemWith("a b - lamp", "a b - lantern");

        assertThat(problems(domain, problem)).isEmpty();
    }

    @Test
    void withoutAMetricStepsAreCounted() {
        assertThat(task(DOMAIN, problemWith("(:metric minimize (total-cost))", ""))
                        .metric())
                .isEqualTo(Metric.STEPS);
        assertThat(task(DOMAIN, problemWith("(total-cost)))", "(total-time)))")).metric())
                .isEqualTo(Metric.STEPS);
    }

    @Test
    void aProblemForAnotherDomainIsOnlyRemarkedOn() {
        assertThat(task(DOMAIN, problemWith("(:domain lamps)", "(:domain lights)"))
                        .remarks())
                .singleElement()
                .hasToString("p.pddl:2:3: the problem is not for the domain lamps");
    }

    @Test
    void theOldFormsOfDomainsAreUnderstood() {
        var domain = domainWith("(at ?l - lamp ?p - place)", "(at ?x ?x)").replace(":precondition (at ?l hall)", "");
        var problem = problemWith("(:domain lamps)", "(:requirements :strips)\n(:domain lamps)\n(:length (:serial 3))");

        assertThat(problems(domain, problem)).isEmpty();
    }

    @Test
    void swappedFilesAreRecognised() {
        assertThat(problems(PROBLEM, DOMAIN))
                .containsExactly(
                        "d.pddl:1:9: this file is a problem, a domain is expected\n"
                                + "Maybe the two files are swapped: the domain comes first",
                        "p.pddl:1:9: this file is a domain, a problem is expected\n"
                                + "Maybe the two files are swapped: the domain comes first");
    }

    @Test
    void allProblemsOfBothFilesAreToldInTheirOrder() {
        var domain = domainWith(":precondition (at ?l hall)", ":precondition (att ?l hal)")
                .replace("- lamp ?from", "- lamb ?from");
        var problem = problemWith("(on b)", "(on c)");

        assertThat(problems(domain, problem))
                .containsExactly(
                        "d.pddl:8:23: unknown type lamb\nMaybe 'lamp' is meant",
                        "d.pddl:13:20: unknown predicate att\nMaybe 'at' is meant",
                        "p.pddl:5:26: unknown object c");
    }

    @ParameterizedTest
    @MethodSource("domainMistakes")
    void aMistakeInTheDomainIsShownWithItsPlace(String part, String instead, String message) {
        assertThat(problems(domainWith(part, instead), PROBLEM)).contains(message);
    }

    static Object[][] domainMistakes() {
        return new Object[][] {
            {"(?l - lamp)\n", "(?l - lamp ?l - place)\n", "d.pddl:12:28: the variable ?l is declared twice"},
            {"(?l - lamp)\n", "(l - lamp)\n", "d.pddl:12:18: a variable begins with '?', got l\nMaybe '?l'"},
            {"(?l - lamp)\n", "(?l -lamp)\n", "d.pddl:12:21: '-lamp' is no name\nMaybe '- lamp' is meant"},
            {"(at ?l hall)", "(at ?l)", "d.pddl:13:19: 'at' takes 2 arguments, got 1"},
            {"(at ?l hall)", "(at ?k hall)", "d.pddl:13:23: unknown variable ?k\nMaybe '?l' is meant"},
            {"(at ?l hall)", "(at hall hall)", "d.pddl:13:23: hall is of type place; lamp is expected here"},
            {"(at ?l hall)", "(and at ?l)", "d.pddl:13:24: a condition such as (at ?thing ?place) is expected, got at"},
            {"(at ?l hall)", "(not)", "d.pddl:13:19: 'not' takes 1 part, got 0"},
            {
                ":precondition (at ?l",
                ":precondtion (at ?l",
                "d.pddl:13:5: an action has :parameters, :precondition and :effect, got :precondtion\n"
                        + "Maybe ':precondition' is meant"
            },
            {"(:action light", "(:action carry", "d.pddl:11:3: a second action 'carry'"},
            {"(:action light", "(:acton light", "d.pddl:11:4: unknown section :acton\nMaybe ':action' is meant"},
            {"(:constants", "(:types", "d.pddl:4:3: a second section :types; there may be one"},
            {":typing", ":typin", "d.pddl:2:26: unknown requirement :typin\nMaybe ':typing' is meant"},
            {"lamp place - object", "lamp - place place - lamp", "d.pddl:3:11: the type lamp is a kind of itself"},
            {"(on ?l)", "(= ?l ?l)", "d.pddl:14:18: no action can change what is equal"},
            {"(total-cost) 1", "(total-cost) one", "d.pddl:14:49: a number is expected, got one"},
            {
                "(increase (total-cost) 1))))",
                "(increase (total-cost) 1))))\n)",
                "d.pddl:15:1: this ')' closes nothing\nMaybe an earlier line has one ')' too many"
            },
            {"(increase (total-cost) 1))))", "(increase (total-cost) 1)))", "d.pddl:1:1: this '(' is never closed"},
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(:action light|(:durative-action light|durative actions (:durative-action)",
                "(:action light|(:derived (on ?x) (on ?x)) (:action light|derived predicates (:derived)",
                "(at ?l hall)|(> (distance hall hall) 2)|conditions on numbers",
                "(at ?l hall)|(= (distance hall hall) 2)|conditions on numbers",
                "(at ?l hall)|(preference p (at ?l hall))|preferences",
                "(increase (total-cost) 1)|(decrease (total-cost) 1)|effects on numbers other than (increase"
                        + " (total-cost) ...) at the top",
                "(increase (total-cost) 1)|(increase (distance hall hall) 1)|effects on numbers other than (increase"
                        + " (total-cost) ...)",
                "(increase (total-cost) 1)|(increase (total-cost) -1)|costs below 0",
                "(increase (total-cost) 1)|(increase (total-cost) (- 2 1))|costs with '-'"
            })
    void whatIsNotSupportedIsRefusedByName(String part, String instead, String what) {
        assertThat(problems(domainWith(part, instead), PROBLEM))
                .anySatisfy(problem -> assertThat(problem).endsWith("unsupported: " + what));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(:goal (and (on a) (on b)))||p.pddl:1:1: the problem needs one goal: (:goal CONDITION)",
                "(at a cellar)|(at a celar)|'p.pddl:4:16: unknown object celar\nMaybe ''cellar'' is meant'",
                "(at a cellar)|(at cellar cellar)|p.pddl:4:14: cellar is of type place; lamp is expected here",
                "(at a cellar)|(at 5 (on a))|p.pddl:4:10: unsupported: facts that become true at a time",
                "(at a cellar)|(or (on a))|'p.pddl:4:10: the initial state is a list of facts, got (or ...)'",
                "cellar - place|cellar - place a - place|'p.pddl:3:39: ''a'' is declared twice, with different types'",
                "(= (total-cost) 0)|(= (total-cost) 7)|p.pddl:4:52: unsupported: a total cost that does not start at 0",
                "hall) 2.5)|hall) 2.5) (= (distance cellar hall) 2)|'p.pddl:4:112: (distance cellar hall) has two"
                        + " values'",
                "minimize (total-cost)|maximize (total-cost)|p.pddl:6:3: unsupported: metrics other than minimize"
                        + " (total-cost) and (total-time)",
                "(:goal|(:gaol (on a)) (:goal|'p.pddl:5:4: unknown section :gaol\nMaybe '':goal'' is meant'"
            })
    void aMistakeInTheProblemIsShownWithItsPlace(String part, String instead, String message) {
        assertThat(problems(DOMAIN, problemWith(part, instead == null ? "" : instead)))
                .contains(message.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; nothing\n", "\uFEFF"})
    void anEmptyFileIsSaidToBeEmpty(String text) {
        assertThat(problems(text.replace("\uFEFF", " "), PROBLEM))
                .containsExactly(
                        "d.pddl:1:1: the file has no definition\nMaybe it is empty, or all of it is a comment");
    }

    @Test
    void columnsCountCodePoints() {
        assertThat(problems(domainWith("(at ?l hall)", "(at 😀é hal)"), PROBLEM))
                .contains("d.pddl:13:26: unknown object hal\nMaybe 'hall' is meant");
    }
}
