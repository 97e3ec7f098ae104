package muster.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.plan.Share;

/// Small random problems of facts and two amounts.
final class RandomAmounts {
    private static final List<String> AMOUNTS = List.of("x", "y");

    private final Random random;
    private final boolean undoing;

    private RandomAmounts(long seed) {
        random = new Random(seed);
        undoing = random.nextInt(3) == 0;
    }

    static PlanningProblem problem(long seed) {
        return new RandomAmounts(seed).problem();
    }

    private PlanningProblem problem() {
        var world = new SmallWorld();
        int actions = 3 + random.nextInt(4);
        for (int action = 0; action < actions; action++) {
            world.act("a" + action, random.nextInt(6), some(2), some(2), undoing ? some(1) : "");
            var words = new ArrayList<String>();
            AMOUNTS.forEach(amount -> amount(amount, words));
            if (!words.isEmpty()) {
                world.amounts(String.join(" ", words));
            }
        }
        var state = SmallWorld.world(some(2));
        for (var amount : AMOUNTS) {
            state = random.nextInt(4) == 0 ? state : SmallWorld.having(state, amount, random.nextInt(5));
        }
        return world.problem(state, some(3), terms());
    }

    private void amount(String amount, List<String> words) {
        if (random.nextInt(4) == 0) {
            words.add(amount + (random.nextBoolean() ? ">=" : "<=") + random.nextInt(5));
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> words.add(amount + "-" + (1 + random.nextInt(3)));
            case 2 -> words.add(amount + "+" + (1 + random.nextInt(3)));
            case 3 -> words.add(amount + "=" + random.nextInt(4));
            default -> {}
        }
    }

    private Terms terms() {
        var needs = random.nextInt(3) == 0
                ? List.of(AmountNeed.atLeast(new FactId("x"), Quantity.of(random.nextInt(4), "unit")))
                : List.<AmountNeed>of();
        return new Terms(needs, List.of(), null, new Share(0));
    }

    private String some(int most) {
        return String.join(
                " ",
                IntStream.range(0, random.nextInt(most + 1))
                        .mapToObj(_ -> "f" + random.nextInt(6))
                        .distinct()
                        .toList());
    }
}
