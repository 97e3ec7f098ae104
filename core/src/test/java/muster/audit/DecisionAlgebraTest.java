package muster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionAlgebraTest {

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed <= 100, seed -> seed + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStrongestRuleDecides(long seed) {
        var fired = someRules(new Random(seed));

        assertThat(verdict(fired, Aggregates.NONE))
                .isEqualTo(
                        fired.contains(Verdict.NO_GO)
                                ? Verdict.NO_GO
                                : fired.contains(Verdict.DEFER)
                                        ? Verdict.DEFER
                                        : fired.contains(Verdict.GO_WITH_CONDITIONS)
                                                ? Verdict.GO_WITH_CONDITIONS
                                                : Verdict.GO);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsUnknownNeverYieldsGoWhateverThePolicySays(long seed) {
        var random = new Random(seed);
        var unknown = 1 + random.nextInt(5);
        var required = random.nextInt(unknown + 1);

        var verdict = verdict(someRules(random), unknown(required, unknown));

        assertThat(verdict).isNotEqualTo(Verdict.GO);
        assertThat(required == 0 || verdict.compareTo(Verdict.DEFER) <= 0).isTrue();
    }

    @Test
    void withoutARuleThatFiresTheDecisionIsDeferred() {
        assertThat(verdict(List.of(), Aggregates.NONE)).isEqualTo(Verdict.DEFER);
    }

    @Test
    void theBuiltInRuleIsSilentWhereThePolicySaysAsMuch() {
        var policy = new DecisionRules("00", _ -> List.of(new FiredRule("mine", Verdict.DEFER, "untested")));

        assertThat(new DecisionAlgebra(policy).fired(unknown(1, 1)))
                .extracting(FiredRule::id)
                .containsExactly("mine");
    }

    private static List<Verdict> someRules(Random random) {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(_ -> List.of(Verdict.values()).get(random.nextInt(4)))
                .toList();
    }

    private static Verdict verdict(List<Verdict> fired, Aggregates figures) {
        var rules =
                fired.stream().map(verdict -> new FiredRule("r", verdict, "")).toList();
        return new DecisionAlgebra(new DecisionRules("00", _ -> rules)).verdict(figures);
    }

    private static Aggregates unknown(long required, long all) {
        return new Aggregates(9, 9, 0, required, 0, 0, 0, 0, all, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
