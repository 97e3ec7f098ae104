package muster.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.plan.FactId;

/// Splits a problem into parts that have nothing to do with each other: no action of one needs, makes true, undoes or
/// counts what an action of another changes. The cheapest plans of the parts, one after the other, are a cheapest plan
/// of the whole. Actions that cannot help are left out.
final class SubGoals {
    private final PlanningProblem problem;
    private final Set<FactId> holding;
    private final Map<FactId, List<GroundAction>> makers = new HashMap<>();
    private final Set<FactId> undone = new HashSet<>();
    private final Set<FactId> wanted = new HashSet<>();
    private final Set<GroundAction> helping = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<FactId, FactId> leaders = new HashMap<>();

    private SubGoals(PlanningProblem problem) {
        this.problem = problem;
        this.holding = problem.holding();
        for (var action : problem.actions()) {
            made(action)
                    .forEach(fact ->
                            makers.computeIfAbsent(fact, _ -> new ArrayList<>()).add(action));
            undone.addAll(action.deletes());
        }
    }

    /// The parts, in the order of the first of their facts; each without wishes and budget.
    static List<PlanningProblem> of(PlanningProblem problem) {
        var parts = new SubGoals(problem);
        parts.want();
        return parts.parts();
    }

    private static Stream<FactId> made(GroundAction action) {
        return Stream.concat(
                action.adds().stream(), action.amounts().changes().stream().map(AmountChange::fact));
    }

    private static Stream<FactId> needed(GroundAction action) {
        return Stream.concat(
                action.preconditions().stream(),
                action.amounts().needs().stream().map(AmountNeed::fact));
    }

    private Stream<FactId> goals() {
        return Stream.concat(
                problem.goal().stream(), problem.terms().amounts().stream().map(AmountNeed::fact));
    }

    /// What the goal wants, what helps to it, what that wants, and so on. What holds and is never undone needs no
    /// maker.
    private void want() {
        Deque<FactId> open = new ArrayDeque<>();
        goals().filter(wanted::add).forEach(open::add);
        while (!open.isEmpty()) {
            var fact = open.remove();
            if (holding.contains(fact) && !undone.contains(fact)) {
                continue;
            }
            makers.getOrDefault(fact, List.of()).stream()
                    .filter(helping::add)
                    .flatMap(SubGoals::needed)
                    .filter(wanted::add)
                    .forEach(open::add);
        }
    }

    private List<PlanningProblem> parts() {
        var changing = new HashSet<FactId>();
        helping.forEach(action -> Stream.concat(made(action), action.deletes().stream())
                .filter(wanted::contains)
                .forEach(changing::add));
        helping.forEach(
                action -> join(touched(action).filter(changing::contains).toList()));
        Map<FactId, Set<FactId>> goals = new LinkedHashMap<>();
        goals().sorted()
                .forEach(goal -> goals.computeIfAbsent(leader(goal), _ -> new TreeSet<>())
                        .add(goal));
        Map<FactId, List<GroundAction>> actions = new HashMap<>();
        problem.actions().stream()
                .filter(helping::contains)
                .forEach(action -> touched(action)
                        .filter(changing::contains)
                        .findFirst()
                        .ifPresent(fact -> actions.computeIfAbsent(leader(fact), _ -> new ArrayList<>())
                                .add(action)));
        return goals.entrySet().stream()
                .map(part -> part(part.getValue(), actions.getOrDefault(part.getKey(), List.of())))
                .toList();
    }

    private static Stream<FactId> touched(GroundAction action) {
        return Stream.of(made(action), needed(action), action.deletes().stream())
                .flatMap(each -> each);
    }

    private void join(List<FactId> facts) {
        for (int i = 1; i < facts.size(); i++) {
            var one = leader(facts.get(i));
            var other = leader(facts.getFirst());
            if (!one.equals(other)) {
                leaders.put(one, other);
            }
        }
    }

    private FactId leader(FactId fact) {
        var at = fact;
        for (var up = leaders.get(at); up != null; up = leaders.get(at)) {
            leaders.put(at, leaders.getOrDefault(up, up));
            at = up;
        }
        return at;
    }

    private PlanningProblem part(Set<FactId> goals, List<GroundAction> actions) {
        var terms = problem.terms();
        var amounts = terms.amounts().stream()
                .filter(need -> goals.contains(need.fact()))
                .toList();
        var facts = new HashSet<>(goals);
        facts.retainAll(problem.goal());
        return problem.with(actions, problem.limits())
                .reaching(facts)
                .on(new Terms(amounts, List.of(), null, terms.confidence()));
    }
}
