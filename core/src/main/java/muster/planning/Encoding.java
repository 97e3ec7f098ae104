package muster.planning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import muster.plan.FactId;

/// A problem with facts and actions numbered in the order of their ids, so that states are bit sets and every search
/// breaks ties alike. Costs are scaled and each action costs one unit more: of two plans of one cost the shorter wins.
final class Encoding {
    private static final long SCALE = 1L << 14;

    final List<FactId> facts;
    final List<GroundAction> actions;
    final BitSet start;
    final int[] goal;
    final int[][] needs;
    final int[][] adds;
    final int[][] deletes;
    final long[] cost;

    private Encoding(Collection<FactId> holding, Collection<FactId> goal, List<GroundAction> actions) {
        this.actions =
                actions.stream().sorted(Comparator.comparing(GroundAction::id)).toList();
        this.facts = factsOf(goal, this.actions);
        this.start = new BitSet();
        numbers(holding).forEach(start::set);
        this.goal = numbers(goal).toArray();
        this.needs = each(action -> numbers(action.preconditions()).toArray());
        this.adds = each(action -> numbers(action.adds()).toArray());
        this.deletes = each(action -> numbers(lost(action)).toArray());
        this.cost = this.actions.stream()
                .mapToLong(action -> action.cost().hundredths() * SCALE + 1)
                .toArray();
    }

    /// All actions of the problem.
    static Encoding whole(PlanningProblem problem) {
        return new Encoding(problem.holding(), problem.goal(), problem.actions());
    }

    /// Only the actions that can ever be carried out, that serve the goal, directly or not, and that no other beats.
    Encoding relevant(PlanningProblem problem) {
        var reachable = reachable();
        var wanted = new BitSet();
        for (int fact : goal) {
            wanted.set(fact);
        }
        var kept = new BitSet();
        for (boolean grew = true; grew; ) {
            grew = false;
            for (int action = 0; action < needs.length; action++) {
                grew |= keep(action, kept, wanted, reachable);
            }
        }
        return only(kept, problem).withoutBeaten(problem);
    }

    private Encoding only(BitSet kept, PlanningProblem problem) {
        var actionsKept = kept.stream().mapToObj(actions::get).toList();
        return new Encoding(problem.holding(), problem.goal(), actionsKept);
    }

    /// One action beats another that needs no less, makes no more true, undoes no less and is no cheaper.
    private Encoding withoutBeaten(PlanningProblem problem) {
        var unbeaten = new BitSet();
        IntStream.range(0, needs.length)
                .filter(action -> IntStream.range(0, needs.length).noneMatch(other -> beats(other, action)))
                .forEach(unbeaten::set);
        return only(unbeaten, problem);
    }

    private boolean beats(int one, int other) {
        return (cost[one] < cost[other] || (cost[one] == cost[other] && one < other))
                && isWithin(needs[one], needs[other])
                && isWithin(adds[other], adds[one])
                && isWithin(deletes[one], deletes[other]);
    }

    private static boolean isWithin(int[] some, int[] sorted) {
        return Arrays.stream(some).allMatch(fact -> Arrays.binarySearch(sorted, fact) >= 0);
    }

    private boolean keep(int action, BitSet kept, BitSet wanted, BitSet reachable) {
        if (kept.get(action) || !containsAll(reachable, needs[action]) || !containsAny(wanted, adds[action])) {
            return false;
        }
        kept.set(action);
        for (int fact : needs[action]) {
            wanted.set(fact);
        }
        return true;
    }

    /// True if no action undoes anything that another needs or that the goal asks for.
    boolean monotone() {
        for (int[] deleted : deletes) {
            if (deleted.length > 0) {
                return false;
            }
        }
        return true;
    }

    /// The facts that can be made true if nothing were ever undone.
    BitSet reachable() {
        var reached = (BitSet) start.clone();
        for (boolean grew = true; grew; ) {
            int before = reached.cardinality();
            possible(reached).forEach(action -> set(reached, adds[action]));
            grew = reached.cardinality() > before;
        }
        return reached;
    }

    /// The actions that may be carried out in a state, by number.
    IntStream possible(BitSet state) {
        return IntStream.range(0, needs.length).filter(action -> containsAll(state, needs[action]));
    }

    /// The state after an action that may be carried out in this one.
    BitSet after(BitSet state, int action) {
        var next = (BitSet) state.clone();
        for (int fact : deletes[action]) {
            next.clear(fact);
        }
        set(next, adds[action]);
        return next;
    }

    /// A scaled cost or bound in the unit of [Cost].
    static Cost unscaled(long scaled) {
        return new Cost(Math.clamp(scaled / SCALE, 0, Cost.MOST));
    }

    static boolean containsAll(BitSet state, int[] facts) {
        for (int fact : facts) {
            if (!state.get(fact)) {
                return false;
            }
        }
        return true;
    }

    static boolean containsAny(BitSet state, int[] facts) {
        for (int fact : facts) {
            if (state.get(fact)) {
                return true;
            }
        }
        return false;
    }

    private static void set(BitSet state, int[] facts) {
        for (int fact : facts) {
            state.set(fact);
        }
    }

    private static List<FactId> factsOf(Collection<FactId> goal, List<GroundAction> actions) {
        var all = new TreeSet<>(goal);
        actions.forEach(action -> all.addAll(action.preconditions()));
        return List.copyOf(all);
    }

    private static List<FactId> lost(GroundAction action) {
        return action.deletes().stream()
                .filter(fact -> !action.adds().contains(fact))
                .toList();
    }

    /// Facts that neither an action nor the goal needs have no number and are left out.
    private IntStream numbers(Collection<FactId> ids) {
        return ids.stream()
                .mapToInt(fact -> Collections.binarySearch(facts, fact))
                .filter(number -> number >= 0)
                .sorted();
    }

    private int[][] each(Function<GroundAction, int[]> part) {
        return actions.stream().map(part).toArray(int[][]::new);
    }
}
