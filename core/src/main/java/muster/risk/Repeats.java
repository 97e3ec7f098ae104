package muster.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.plan.Repeat;

/// What is done again after a decision: the activities of a body in their logic, and the decision itself. It is
/// run lane by lane, since few lanes do it.
final class Repeats {
    private final List<Repetition> repetitions;
    private final int[] repetitionOf;
    private final int[] decision;
    private final Body[] bodies;
    private final Ranges rounds;
    private final long[] keys;
    private final long[] roundKeys;

    /// Activities in order, and for each the places in the body of those that it waits for.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(int[] activities, Rows needs, int[] finish) {}

    Repeats(RiskNetwork network, Numbering numbering) {
        repetitions = network.repetitions();
        repetitionOf = new int[numbering.size()];
        Arrays.fill(repetitionOf, -1);
        decision = repetitions.stream()
                .mapToInt(each -> numbering.of(each.decision()))
                .toArray();
        IntStream.range(0, decision.length).forEach(each -> repetitionOf[decision[each]] = each);
        bodies =
                repetitions.stream().map(each -> body(network, numbering, each)).toArray(Body[]::new);
        rounds = new Ranges(
                network.distribution(),
                repetitions.stream().map(Repeats::rounds).toList());
        keys = keys(Draws.Purpose.AGAIN);
        roundKeys = keys(Draws.Purpose.ROUNDS);
    }

    private long[] keys(Draws.Purpose purpose) {
        return repetitions.stream()
                .mapToLong(each -> Draws.key(each.decision().value(), purpose))
                .toArray();
    }

    /// A number of rounds is the whole part of a value from the least to one more than the greatest.
    private static Ranges.Range rounds(Repetition repetition) {
        return switch (repetition.repeat()) {
            case Repeat.WithProbability _ -> Ranges.Range.NONE;
            case Repeat.Rounds(var min, var likely, var max) -> new Ranges.Range(min, likely + 0.5, max + 1);
        };
    }

    private static Body body(RiskNetwork network, Numbering numbering, Repetition repetition) {
        var activities =
                repetition.body().stream().mapToInt(numbering::of).sorted().toArray();
        Map<Integer, Integer> places = new HashMap<>();
        Arrays.stream(activities).forEach(activity -> places.put(activity, places.size()));
        int decision = numbering.of(repetition.decision());
        if (Arrays.stream(activities).anyMatch(activity -> activity >= decision)) {
            throw new IllegalArgumentException("what is done again comes after " + repetition.decision());
        }
        var needs = IntStream.range(0, activities.length)
                .<List<Integer>>mapToObj(_ -> new ArrayList<>())
                .toList();
        for (var arc : network.arcs()) {
            var from = places.get(numbering.of(arc.from()));
            var to = places.get(numbering.of(arc.to()));
            if (from != null && to != null) {
                needs.get(to).add(from);
            }
        }
        return new Body(activities, Rows.of(needs), new int[activities.length]);
    }

    /// When repeated work is over, or the network's start if there was none.
    int finish(int activity, Batch batch, int lane) {
        return repetitionOf[activity] < 0 ? 0 : batch.repeated[repetitionOf[activity] * Batch.LANES + lane];
    }

    int count() {
        return repetitions.size();
    }

    Body body(int repetition) {
        return bodies[repetition];
    }

    /// How many rounds there are; `path` tells the rounds of outer repetitions apart.
    int rounds(int repetition, Batch batch, int lane, long path) {
        return switch (repetitions.get(repetition).repeat()) {
            case Repeat.WithProbability(var again, var most) -> {
                int round = 1;
                while (round < most
                        && Draws.share(Draws.bits(batch.iteration[lane], Draws.again(keys[repetition] + path, round)))
                                < again.value()) {
                    round++;
                }
                yield round;
            }
            case Repeat.Rounds(var _, var _, var max) -> {
                long bits = Draws.bits(batch.iteration[lane], Draws.mix(roundKeys[repetition] + path));
                yield Math.min(max, (int) rounds.at(repetition, Normal.score(bits)));
            }
        };
    }

    /// The most rounds that there can be.
    int most(int repetition) {
        return switch (repetitions.get(repetition).repeat()) {
            case Repeat.WithProbability(var _, var most) -> most;
            case Repeat.Rounds(var _, var _, var max) -> max;
        };
    }

    /// What tells the numbers of one round from those of all others.
    long path(int repetition, long outer, int round) {
        return Draws.again(keys[repetition] + outer, -round);
    }

    /// The repetition that an activity decides on, or a negative number.
    int of(int activity) {
        return repetitionOf[activity];
    }

    int decision(int repetition) {
        return decision[repetition];
    }
}
