package muster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.audit.Aggregates;
import muster.audit.DecisionRules;
import muster.audit.FiredRule;
import muster.audit.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandardPolicyTest {
    private static final DecisionRules POLICY = Policy.standard();
    private static final Map<String, Long> READY = Map.of("expectations", 3L, "required", 2L, "requiredReady", 2L);

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("all ready", Map.of(), Verdict.GO),
                arguments("nothing expected", Map.of("expectations", 0L), Verdict.DEFER),
                arguments("a P0", Map.of("openP0", 1L), Verdict.NO_GO),
                arguments("a P0 and something unknown", Map.of("openP0", 1L, "requiredUnknown", 1L), Verdict.NO_GO),
                arguments("something required unknown", Map.of("requiredUnknown", 1L, "unknown", 1L), Verdict.DEFER),
                arguments("a P1 and something unknown", Map.of("openP1", 1L, "requiredUnknown", 1L), Verdict.DEFER),
                arguments("a superseded document", Map.of("superseded", 1L), Verdict.DEFER),
                arguments("a P1", Map.of("openP1", 1L, "requiredReady", 1L), Verdict.GO_WITH_CONDITIONS),
                arguments("something optional unknown", Map.of("unknown", 1L), Verdict.GO_WITH_CONDITIONS),
                arguments("a wrong claim", Map.of("claimsWrong", 1L), Verdict.GO_WITH_CONDITIONS),
                arguments("an ambiguity", Map.of("needsDecision", 1L), Verdict.GO_WITH_CONDITIONS),
                arguments("a P2", Map.of("openP2", 1L), Verdict.GO));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("table")
    void theDecisionFollowsFromTheFigures(String name, Map<String, Long> changed, Verdict expected) {
        var figures = new TreeMap<>(READY);
        figures.putAll(changed);

        assertThat(verdict(Figures.of(figures))).as(name).isEqualTo(expected);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed <= 100, seed -> seed + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void toResolveABlockerNeverMakesItWorse(long seed) {
        var random = new Random(seed);
        var p0 = random.nextInt(2);
        var p1 = random.nextInt(3);
        var before = new TreeMap<>(Map.of(
                "expectations",
                9L,
                "required",
                5L,
                "requiredReady",
                4L - p0 - p1,
                "openP0",
                (long) p0,
                "openP1",
                1L + p1,
                "claimsWrong",
                (long) random.nextInt(2)));
        var after = new TreeMap<>(before);
        after.merge("openP1", -1L, Long::sum);
        after.merge("requiredReady", 1L, Long::sum);

        assertThat(verdict(Figures.of(after))).isGreaterThanOrEqualTo(verdict(Figures.of(before)));
    }

    private static Verdict verdict(Aggregates figures) {
        return POLICY.fired().apply(figures).stream()
                .map(FiredRule::decision)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.DEFER);
    }
}
