package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import muster.plan.AmountRule;
import muster.plan.FactId;
import muster.plan.Given;
import muster.plan.Preference;
import muster.plan.Premises;
import muster.plan.Quantity;
import muster.plan.TaskId;

/// Makes what planning starts from, from a seed.
record PremiseDice(Dice dice, List<TaskId> tasks) {
    private static final int MOST = 1_000_000;

    /// Nothing, now and then; amounts are those of given facts, whose ids are `given-0`, `given-1` and so on.
    Premises premises() {
        if (dice.random().nextInt(3) == 0) {
            return Premises.NONE;
        }
        int count = 1 + dice.random().nextInt(3);
        var given = IntStream.range(0, count).mapToObj(this::given).toList();
        var amounts = tasks.isEmpty() ? List.<AmountRule>of() : dice.list(_ -> rule(count));
        return new Premises(given, amounts, dice.list(_ -> wish()), dice.maybe(dice::money), dice.share());
    }

    private Given given(int number) {
        return new Given(
                new FactId("given-" + number),
                value(),
                dice.texts(),
                dice.maybe(dice::instant),
                dice.maybe(dice::instant),
                dice.share());
    }

    private Given.Value value() {
        return switch (dice.random().nextInt(4)) {
            case 0 -> new Given.Value.Holds();
            case 1 -> new Given.Value.Fails();
            case 2 -> new Given.Value.Amount(new Quantity(number(), dice.any()));
            default -> new Given.Value.Symbol("staging", List.of("production", "staging"));
        };
    }

    private AmountRule rule(int count) {
        var fact = new FactId("given-" + dice.random().nextInt(count));
        var change = switch (dice.random().nextInt(4)) {
            case 0 -> new AmountRule.Change.Takes(number());
            case 1 -> new AmountRule.Change.Gives(number());
            case 2 -> new AmountRule.Change.Sets(number());
            default -> null;
        };
        var least = change == null ? number() : dice.maybe(this::number);
        return new AmountRule(dice.pick(tasks), fact, least, dice.maybe(this::number), change);
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(dice.random().nextInt(MOST), dice.random().nextInt(4));
    }

    private Preference wish() {
        return new Preference(new FactId("done:" + dice.next()), dice.random().nextInt(1001));
    }
}
