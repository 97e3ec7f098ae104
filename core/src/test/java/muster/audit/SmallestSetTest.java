package muster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmallestSetTest {
    private static final Documented NOTHING = new Documented(0, 0, 0, 0, 0, Map.of());

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed <= 200, seed -> seed + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itIsAsSmallAndAsQuickAsTheBestOfAllSubsets(long seed) {
        var random = new Random(seed);
        var cases = cases(random, 1 + random.nextInt(9));
        var algebra = new DecisionAlgebra(policy(random));

        var found = new SmallestSet(Tally.of(cases, NOTHING), cases, algebra).find();
        var best = best(cases, algebra);

        assertThat(found).hasSize(best.size());
        assertThat(delay(cases, found)).isEqualTo(delay(cases, best));
    }

    @Test
    void ofManyThousandsItStillFindsASetThatTurnsTheVerdict() {
        var cases = cases(new Random(7), 5000);
        var algebra = new DecisionAlgebra(Given.rules());

        var found = new SmallestSet(Tally.of(cases, NOTHING), cases, algebra).find();

        assertThat(verdict(cases, found, algebra)).isGreaterThanOrEqualTo(Verdict.GO_WITH_CONDITIONS);
        assertThat(found).hasSize((int) cases.stream()
                .filter(each -> each.standing().severity() == Severity.P0
                        || (each.standing().readiness() == Readiness.UNKNOWN
                                && (each.standing().need() == Need.REQUIRED
                                        || each.standing().backing() == Case.Backing.NOT_PROBED)))
                .count());
    }

    @Test
    void itIsEmptyIfNothingHereTurnsTheVerdict() {
        var cases = cases(new Random(7), 5);
        var never = new DecisionRules("00", _ -> List.of(new FiredRule("never", Verdict.NO_GO, "")));

        assertThat(new SmallestSet(Tally.of(cases, NOTHING), cases, new DecisionAlgebra(never)).find())
                .isEmpty();
    }

    private static List<Case> cases(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Case(new ExpectationId("e" + i), standing(random), Duration.ofHours(random.nextInt(20)), 0))
                .toList();
    }

    private static Case.Standing standing(Random random) {
        var readiness = pick(random, List.of(Readiness.values()));
        var need = pick(random, List.of(Need.values()));
        var severity = switch (readiness) {
            case READY, UNKNOWN -> null;
            case PARTIAL, MISSING, BLOCKED ->
                need == Need.REQUIRED
                        ? pick(random, List.of(Severity.P0, Severity.P1))
                        : pick(random, List.of(Severity.P2, Severity.P3));
        };
        var backing = readiness == Readiness.UNKNOWN
                ? pick(random, List.of(Case.Backing.values()))
                : pick(random, List.of(Case.Backing.ONE_KIND, Case.Backing.TWO_KINDS));
        var accepted = severity == null ? Case.Accepted.NO : pick(random, List.of(Case.Accepted.values()));
        return new Case.Standing(need, readiness, severity, backing, accepted);
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /// Bounds on some figures, so that resolving one more never makes it worse.
    private static DecisionRules policy(Random random) {
        var p0 = random.nextInt(2);
        var p1 = random.nextInt(3);
        var unknown = random.nextInt(3);
        var blocked = random.nextInt(4);
        var thin = random.nextInt(2);
        return new DecisionRules("00", figures -> {
            var fired = new ArrayList<FiredRule>();
            if (figures.openP0() > p0 || figures.blocked() > blocked || figures.thinP0() > thin) {
                fired.add(new FiredRule("a", Verdict.NO_GO, ""));
            }
            if (figures.openP1() > p1 || figures.unknown() > unknown) {
                fired.add(new FiredRule("b", Verdict.DEFER, ""));
            }
            fired.add(new FiredRule("c", Verdict.GO, ""));
            return fired;
        });
    }

    private static List<ExpectationId> best(List<Case> cases, DecisionAlgebra algebra) {
        var open = cases.stream()
                .filter(each -> each.standing().readiness() != Readiness.READY)
                .map(Case::id)
                .toList();
        if (verdict(cases, open, algebra).compareTo(Verdict.GO_WITH_CONDITIONS) < 0) {
            return List.of();
        }
        return IntStream.range(0, 1 << open.size())
                .mapToObj(bits -> IntStream.range(0, open.size())
                        .filter(i -> (bits & (1 << i)) != 0)
                        .mapToObj(open::get)
                        .toList())
                .filter(chosen -> verdict(cases, chosen, algebra).compareTo(Verdict.GO_WITH_CONDITIONS) >= 0)
                .min(Comparator.<List<ExpectationId>>comparingInt(List::size)
                        .thenComparing(chosen -> delay(cases, chosen)))
                .orElseThrow();
    }

    private static Verdict verdict(List<Case> cases, List<ExpectationId> resolved, DecisionAlgebra algebra) {
        var after = cases.stream()
                .map(each -> resolved.contains(each.id())
                        ? new Case(each.id(), each.standing().resolved(), each.delay(), each.usd())
                        : each)
                .toList();
        return algebra.verdict(Tally.of(after, NOTHING).aggregates());
    }

    private static Duration delay(List<Case> cases, List<ExpectationId> chosen) {
        return cases.stream()
                .filter(each -> chosen.contains(each.id()))
                .map(Case::delay)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
