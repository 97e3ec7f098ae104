package muster.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.planning.AmountNeed.Bound;
import org.jspecify.annotations.Nullable;

/// Adds to a partial order what amounts ask of it: in no order that keeps it does a step have less than it needs. A
/// step can rely on what is there at the start and what steps before it give, less what all steps take that are not
/// after it. If that is too little, givers of the sequence come before it, and then takers after it. Steps of an amount
/// that some step sets stay in the order of the sequence.
final class AmountOrder {
    private final PlanningProblem problem;
    private final List<GroundAction> sequence;
    private final List<BitSet> after;
    /// What changes an amount, by the steps in their order.
    private final Map<FactId, NavigableMap<Integer, AmountChange>> changes = new HashMap<>();

    private final List<CausalLink> links = new ArrayList<>();
    private List<BitSet> before = List.of();

    /// @param after for each step those that are known to come before; more are added
    private AmountOrder(PlanningProblem problem, List<GroundAction> sequence, List<BitSet> after) {
        this.problem = problem;
        this.sequence = sequence;
        this.after = after;
        for (int step = 0; step < sequence.size(); step++) {
            for (var change : sequence.get(step).amounts().changes()) {
                changes.computeIfAbsent(change.fact(), _ -> new TreeMap<>()).put(step, change);
            }
        }
    }

    /// Adds to the order, and says who provides what.
    static List<CausalLink> added(PlanningProblem problem, List<GroundAction> sequence, List<BitSet> after) {
        if (problem.conditions().isEmpty()) {
            return List.of();
        }
        var order = new AmountOrder(problem, sequence, after);
        order.chain();
        order.closeOrder();
        for (int step = 0; step < sequence.size(); step++) {
            for (var need : sequence.get(step).amounts().needs()) {
                order.meet(step, need);
            }
        }
        order.link();
        return order.links;
    }

    /// Keeps steps of an amount that is set in their order.
    private void chain() {
        var set = sequence.stream()
                .flatMap(action -> action.amounts().changes().stream())
                .filter(change -> change instanceof AmountChange.To)
                .map(AmountChange::fact)
                .distinct()
                .toList();
        for (var fact : set) {
            int[] touching = IntStream.range(0, sequence.size())
                    .filter(step -> touches(step, fact))
                    .toArray();
            for (int at = 1; at < touching.length; at++) {
                after.get(touching[at]).set(touching[at - 1]);
            }
        }
    }

    private boolean touches(int step, FactId fact) {
        var amounts = sequence.get(step).amounts();
        return amounts.needs().stream().anyMatch(need -> need.fact().equals(fact))
                || amounts.changes().stream().anyMatch(change -> change.fact().equals(fact));
    }

    private void meet(int step, AmountNeed need) {
        int last = lastSetting(step, need.fact());
        for (int giver : changing(need.fact(), last + 1, step).toArray()) {
            if (!enough(step, need)
                    && change(giver, need).signum() > 0
                    && !before.get(step).get(giver)) {
                after.get(step).set(giver);
                closeOrder();
            }
        }
        for (int taker : changing(need.fact(), step + 1, sequence.size()).toArray()) {
            if (!enough(step, need)
                    && change(taker, need).signum() < 0
                    && !before.get(taker).get(step)) {
                after.get(taker).set(step);
                closeOrder();
            }
        }
    }

    /// The steps from one on, up to another, that change the amount.
    private IntStream changing(FactId fact, int from, int until) {
        var all = changes.get(fact);
        return all == null || from >= until
                ? IntStream.empty()
                : all.subMap(from, until).keySet().stream().mapToInt(Integer::intValue);
    }

    private @Nullable AmountChange changeOf(int step, FactId fact) {
        var all = changes.get(fact);
        return all == null ? null : all.get(step);
    }

    private boolean enough(int step, AmountNeed need) {
        return reliable(step, need).add(given(step, need)).compareTo(asked(need)) >= 0;
    }

    /// What a step can rely on but for what others give: the last setting before it or the start, less what is taken.
    private BigDecimal reliable(int step, AmountNeed need) {
        int last = lastSetting(step, need.fact());
        return changing(need.fact(), last + 1, sequence.size())
                .filter(other -> other != step && !isAfter(other, step))
                .mapToObj(other -> change(other, need).min(BigDecimal.ZERO))
                .reduce(base(last, need), BigDecimal::add);
    }

    private BigDecimal given(int step, AmountNeed need) {
        return givers(step, need).mapToObj(giver -> change(giver, need)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private IntStream givers(int step, AmountNeed need) {
        return changing(need.fact(), lastSetting(step, need.fact()) + 1, step)
                .filter(giver -> change(giver, need).signum() > 0)
                .filter(giver -> step == sequence.size() || before.get(step).get(giver));
    }

    private boolean isAfter(int other, int step) {
        return step < sequence.size()
                && other < before.size()
                && before.get(other).get(step);
    }

    private int lastSetting(int step, FactId fact) {
        return changing(fact, 0, step)
                .filter(earlier -> changeOf(earlier, fact) instanceof AmountChange.To)
                .max()
                .orElse(-1);
    }

    private BigDecimal base(int last, AmountNeed need) {
        var setting = changeOf(last, need.fact());
        var value = setting == null ? problem.atStart(need.fact(), need.bound()) : setting.number();
        return signed(value, need.bound());
    }

    /// What a step adds on the side of a condition.
    private BigDecimal change(int step, AmountNeed need) {
        return changeOf(step, need.fact()) instanceof AmountChange.By by
                ? signed(by.number(), need.bound())
                : BigDecimal.ZERO;
    }

    private static BigDecimal asked(AmountNeed need) {
        return signed(need.quantity().number(), need.bound());
    }

    private static BigDecimal signed(BigDecimal number, Bound bound) {
        return bound == Bound.AT_LEAST ? number : number.negate();
    }

    private void closeOrder() {
        before = PartialOrder.closed(after);
    }

    private void link() {
        for (int step = 0; step < sequence.size(); step++) {
            for (var need : sequence.get(step).amounts().needs()) {
                link(step, need, new Endpoint.At(step));
            }
        }
        problem.terms().amounts().forEach(need -> link(sequence.size(), need, new Endpoint.Goal()));
    }

    /// Links a condition with what it rests on: what is there, and as many givers as it takes.
    private void link(int step, AmountNeed need, Endpoint consumer) {
        int last = lastSetting(step, need.fact());
        var sure = reliable(step, need);
        var provider = last < 0 ? new Endpoint.Start() : new Endpoint.At(last);
        if (base(last, need).signum() != 0 || last >= 0) {
            links.add(new CausalLink(provider, need.fact(), consumer, quantity(base(last, need), need)));
        }
        for (int giver : givers(step, need).toArray()) {
            if (sure.compareTo(asked(need)) < 0) {
                sure = sure.add(change(giver, need));
                links.add(new CausalLink(
                        new Endpoint.At(giver), need.fact(), consumer, quantity(change(giver, need), need)));
            }
        }
    }

    private static Quantity quantity(BigDecimal signed, AmountNeed need) {
        return new Quantity(signed(signed, need.bound()), need.quantity().unit());
    }
}
