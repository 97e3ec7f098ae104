package muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "title,titel,2", "same,same,0", "'',abc,3", "abc,'',3", "phase,phases,1"})
    void distanceIsTheFewestEdits(String from, String to, int edits) {
        assertThat(NearMiss.edits(from, to, 9)).isEqualTo(edits);
    }

    /// Against every cell of the table.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void whatIsNotWalkedChangesNoDistance(int seed) {
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++) {
            var from = word(random);
            var to = word(random);
            for (var below = 1; below < 5; below++) {
                assertThat(NearMiss.edits(from, to, below)).isEqualTo(Math.min(below, twin(from, to)));
            }
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(9), 'a', 'd')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int twin(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return from.length() + to.length();
        }
        var table = new int[from.length() + 1][to.length() + 1];
        for (var i = 0; i <= from.length(); i++) {
            for (var j = 0; j <= to.length(); j++) {
                table[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                Math.min(table[i - 1][j], table[i][j - 1]) + 1,
                                table[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1));
            }
        }
        return table[from.length()][to.length()];
    }

    @Test
    void theClosestWordWins() {
        assertThat(NearMiss.hint("taks", List.of("tax", "task", "talks"))).isEqualTo("Maybe 'talks' is meant");
    }

    @Test
    void wordsThatAreTooFarGiveNoAdvice() {
        assertThat(NearMiss.hint("colour", List.of("phases", "agents"))).isNull();
    }

    @Test
    void aWordThatSharesNothingGivesNoAdviceHoweverShort() {
        assertThat(NearMiss.hint("x", List.of("y", "zz"))).isNull();
    }
}
