package muster.pddl;

import static muster.pddl.Texts.DOMAIN;
import static muster.pddl.Texts.PROBLEM;
import static muster.pddl.Texts.domainWith;
import static muster.pddl.Texts.problemWith;
import static muster.pddl.Texts.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePddlTest {

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000, 3_000_000})
    void deepNestingIsRefusedAndOverflowsNoStack(int depth) {
        assertThat(problems("(".repeat(depth) + ")".repeat(depth), PROBLEM))
                .containsExactly("d.pddl:1:201: expressions are nested more than 200 deep");
    }

    @Test
    void theDeepestConditionThatIsReadIsUnderstood() {
        var deep = "(not ".repeat(190) + "(at ?l hall)" + ")".repeat(190);

        assertThat(problems(domainWith("(at ?l hall)", deep), PROBLEM)).isEmpty();
    }

    @Test
    void aMillionMistakesAreNotAllListed() {
        var problem = problemWith("(at a cellar)", "(att a cellar)".repeat(100_000));

        assertThat(problems(DOMAIN, problem)).hasSize(201).last().asString().endsWith("they are not listed");
    }

    @Test
    void longNamesAreCutAndControlLettersNeverReachTheTerminal() {
        var name = "\u001b[2Jx" + "y".repeat(1_000_000);

        assertThat(problems(domainWith("(at ?l hall)", "(" + name + ")"), PROBLEM))
                .singleElement()
                .asString()
                .hasSizeLessThan(200)
                .doesNotContain("\u001b");
    }

    @Test
    void manyTypesAreRefused() {
        var types = new StringBuilder();
        for (int type = 0; type < 100_000; type++) {
            types.append("t").append(type + 1).append(" - t").append(type).append('\n');
        }

        assertThat(problems(domainWith("lamp place", types + " lamp place"), PROBLEM))
                .contains("d.pddl:3:11: there are more than 1000 types");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "1e999999999", "0.00001", "99999999999999999999999999", "1.2.3", "+", "."})
    void numbersThatWouldOverflowAreRefused(String number) {
        assertThat(problems(DOMAIN, problemWith("2.5", number))).isNotEmpty();
    }

    @Test
    void whateverIsCutOrDoubledReadingEndsWithATaskOrProblems() {
        long seed = 22;
        var random = new Random(seed);
        var texts = (DOMAIN + PROBLEM).split("(?<=[ ()])", -1);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var part : DOMAIN.split("(?<=[ ()])", -1)) {
                int chance = random.nextInt(40);
                text.append(
                        chance == 0
                                ? ""
                                : chance == 1 ? part + part : chance == 2 ? texts[random.nextInt(texts.length)] : part);
            }

            assertThat(Texts.read(text.toString(), PROBLEM))
                    .as("seed %d, round %d", seed, round)
                    .isNotNull();
        }
    }
}
