package muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "title,titel,2", "same,same,0", "'',abc,3", "abc,'',3", "phase,phases,1"})
    void distanceIsTheFewestEdits(String from, String to, int edits) {
        assertThat(NearMiss.edits(from, to)).isEqualTo(edits);
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
