package muster.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import muster.plan.FactId;

/// Loosens a sequence of actions to the order that is really needed: each fact comes from the earliest step after its
/// last undoing, and a step that undoes a fact keeps its side of every link over that fact. Amounts may ask for more
/// order.
final class PartialOrder {
    private final List<GroundAction> sequence;
    private final Set<FactId> holding;
    private final Map<FactId, BitSet> providers = new HashMap<>();
    private final Map<FactId, BitSet> undoers = new HashMap<>();
    private final List<CausalLink> links = new ArrayList<>();
    private final List<BitSet> after = new ArrayList<>();

    private PartialOrder(List<GroundAction> sequence, Set<FactId> holding) {
        this.sequence = sequence;
        this.holding = holding;
        for (int step = 0; step < sequence.size(); step++) {
            after.add(new BitSet());
            note(step, sequence.get(step));
        }
    }

    /// The plan that the sequence stands for; the sequence must reach the goal.
    static ActionPlan of(List<GroundAction> sequence, PlanningProblem problem) {
        var order = new PartialOrder(sequence, problem.holding());
        for (int step = 0; step < sequence.size(); step++) {
            for (var fact : sequence.get(step).preconditions()) {
                order.link(fact, step, new Endpoint.At(step));
            }
        }
        for (var fact : problem.goal()) {
            order.link(fact, sequence.size(), new Endpoint.Goal());
        }
        order.links.addAll(AmountOrder.added(problem, sequence, order.after));
        return new ActionPlan(order.steps(), order.links);
    }

    private void note(int step, GroundAction action) {
        for (var fact : action.adds()) {
            providers.computeIfAbsent(fact, _ -> new BitSet()).set(step);
        }
        for (var fact : action.deletes()) {
            if (!action.adds().contains(fact)) {
                undoers.computeIfAbsent(fact, _ -> new BitSet()).set(step);
            }
        }
    }

    private void link(FactId fact, int consumer, Endpoint to) {
        var undoing = undoers.getOrDefault(fact, new BitSet());
        int undone = undoing.previousSetBit(consumer - 1);
        int provider = undone < 0 && holding.contains(fact) ? -1 : firstProvider(fact, undone + 1, consumer);
        links.add(new CausalLink(provider < 0 ? new Endpoint.Start() : new Endpoint.At(provider), fact, to));
        if (provider >= 0) {
            before(provider, consumer);
        }
        undoing.stream()
                .filter(step -> step != provider && step != consumer)
                .forEach(step -> keepAway(step, provider, consumer));
    }

    private void keepAway(int undoing, int provider, int consumer) {
        if (undoing < consumer) {
            before(undoing, provider);
        } else {
            before(consumer, undoing);
        }
    }

    private void before(int first, int second) {
        if (second < sequence.size()) {
            after.get(second).set(first);
        }
    }

    private int firstProvider(FactId fact, int from, int consumer) {
        int provider = providers.getOrDefault(fact, new BitSet()).nextSetBit(from);
        if (provider < 0 || provider >= consumer) {
            throw new IllegalArgumentException("nothing in the sequence makes " + fact + " true");
        }
        return provider;
    }

    /// For each step all that come before it; what comes right before it must have smaller numbers.
    static List<BitSet> closed(List<BitSet> after) {
        var all = new ArrayList<BitSet>();
        for (var direct : after) {
            var before = (BitSet) direct.clone();
            direct.stream().forEach(earlier -> before.or(all.get(earlier)));
            all.add(before);
        }
        return all;
    }

    private List<Step> steps() {
        var all = new ArrayList<BitSet>();
        var steps = new ArrayList<Step>();
        for (int number = 0; number < sequence.size(); number++) {
            var implied = new BitSet();
            after.get(number).stream().forEach(earlier -> implied.or(all.get(earlier)));
            var direct = new TreeSet<Integer>();
            after.get(number).stream().filter(earlier -> !implied.get(earlier)).forEach(direct::add);
            implied.or(after.get(number));
            all.add(implied);
            steps.add(new Step(number, sequence.get(number), List.copyOf(direct)));
        }
        return steps;
    }
}
