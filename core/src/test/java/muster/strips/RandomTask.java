package muster.strips;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Small random tasks: with and without deletions, with costs from 0 up, with and without numeric variables, solvable
/// or not. Whatever raises a variable uses up a fact that nothing gives back, so that the states are finitely many.
final class RandomTask {
    private static final int FACTS = 8;
    private static final int TOKENS = 3;

    private final Random random;
    private final boolean undoing;
    private final boolean counting;
    private final int dearest;

    private RandomTask(long seed) {
        random = new Random(seed);
        undoing = random.nextInt(4) > 0;
        counting = random.nextInt(3) == 0;
        dearest = random.nextBoolean() ? 1 : 6;
    }

    static StripsTask of(long seed) {
        return new RandomTask(seed).task();
    }

    private StripsTask task() {
        var operators = new ArrayList<Operator>();
        int count = 3 + random.nextInt(8);
        for (int number = 0; number < count; number++) {
            operators.add(new Operator(
                    "a" + number,
                    some(2, FACTS),
                    some(2, FACTS),
                    undoing ? some(2, FACTS) : FactSet.EMPTY,
                    random.nextInt(dearest + 1),
                    counting ? spending() : Operator.Numeric.NONE));
        }
        if (counting) {
            IntStream.range(0, TOKENS).mapToObj(this::earning).forEach(operators::add);
        }
        var tokens = IntStream.range(FACTS, FACTS + TOKENS);
        var initial = IntStream.concat(IntStream.of(some(3, FACTS).toArray()), tokens);
        var fluents = counting
                ? new Fluents(List.of((long) random.nextInt(4), (long) random.nextInt(4)), needs())
                : Fluents.NONE;
        return new StripsTask(FACTS + TOKENS, FactSet.of(initial.toArray()), some(3, FACTS), operators, fluents);
    }

    private Operator earning(int token) {
        int variable = random.nextInt(2);
        var change = random.nextInt(4) == 0
                ? new Change.Assign(variable, random.nextInt(5))
                : new Change.Increase(variable, 1 + random.nextInt(3));
        return new Operator(
                "earn" + token,
                FactSet.of(FACTS + token),
                some(1, FACTS),
                FactSet.of(FACTS + token),
                random.nextInt(dearest + 1),
                new Operator.Numeric(needs(), List.of(change)));
    }

    private Operator.Numeric spending() {
        var needs = new ArrayList<>(needs());
        var changes = new ArrayList<Change>();
        for (int variable = 0; variable < 2; variable++) {
            if (random.nextInt(3) == 0) {
                int amount = 1 + random.nextInt(2);
                needs.add(new AtLeast(variable, amount));
                changes.add(new Change.Increase(variable, -amount));
            }
        }
        return new Operator.Numeric(needs, changes);
    }

    private List<AtLeast> needs() {
        return random.nextInt(3) == 0 ? List.of(new AtLeast(random.nextInt(2), random.nextInt(4))) : List.of();
    }

    private FactSet some(int most, int facts) {
        return FactSet.of(IntStream.range(0, random.nextInt(most + 1))
                .map(_ -> random.nextInt(facts))
                .toArray());
    }
}
