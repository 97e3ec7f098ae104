package muster.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.plan.Estimate;
import muster.plan.Quantity;
import muster.plan.TaskId;
import muster.planning.AmountNeed.Bound;
import muster.planning.PlanningResult.Missing;

/// How much more of some amounts a plan would take than there is, at least. Imagined producers of 1, 2, 4, … of the
/// smallest unit, each as dear as it is large, make the cheapest plan that which lacks least.
final class Shortages {
    /// Beyond this a plan that lacks something is taken as it is, which may not be the one that lacks least.
    private static final long MOST_UNITS = 1L << 32;

    private final PlanningProblem problem;
    private final Function<PlanningProblem, List<GroundAction>> search;
    private final Map<AmountNeed, BigDecimal> missing = new HashMap<>();
    private List<GroundAction> sequence;

    /// @param problem with producers for all that is missing beside the amounts, at no cost
    /// @param sequence a plan of it but for the amounts
    Shortages(
            PlanningProblem problem,
            List<GroundAction> sequence,
            Function<PlanningProblem, List<GroundAction>> search) {
        this.problem = problem;
        this.sequence = sequence;
        this.search = search;
    }

    /// What is missing of the amount of each kind of condition, and who asks for it.
    List<Missing> of(List<AmountNeed> kinds) {
        kinds.forEach(kind -> missing.put(kind, missing(kind)));
        var pieces = new ArrayList<GroundAction>();
        var divided = kinds.stream().filter(this::isDivisible).toList();
        divided.forEach(kind -> addPieces(kind, pieces));
        var actions = new ArrayList<>(problem.actions());
        actions.addAll(pieces);
        kinds.stream().filter(kind -> !divided.contains(kind)).forEach(kind -> actions.add(rest(kind, actions.size())));
        var best = pieces.isEmpty() ? List.<GroundAction>of() : search.apply(problem.with(actions, problem.limits()));
        if (!best.isEmpty()) {
            sequence = best.stream().filter(problem.actions()::contains).toList();
            divided.forEach(kind -> missing.put(kind, sum(kind, best, pieces)));
        }
        return kinds.stream().map(this::missingOf).toList();
    }

    private Missing missingOf(AmountNeed kind) {
        var most = missing.getOrDefault(kind, BigDecimal.ZERO);
        boolean unknown = kind.bound() == Bound.AT_MOST
                && problem.world()
                                .levelOf(
                                        kind.fact(),
                                        problem.now(),
                                        problem.terms().confidence())
                        == null;
        return new Missing(
                kind.fact(),
                wanting(kind),
                unknown ? null : new Quantity(most, kind.quantity().unit()));
    }

    private BigDecimal missing(AmountNeed kind) {
        var situation = new Situation(problem);
        var most = BigDecimal.ZERO;
        for (var action : sequence) {
            most = most.max(missing(situation, action.amounts().needs(), kind));
            situation.apply(action);
        }
        return most.max(missing(situation, problem.terms().amounts(), kind));
    }

    private static BigDecimal missing(Situation situation, List<AmountNeed> needs, AmountNeed kind) {
        return needs.stream()
                .filter(need -> isOf(kind, need))
                .map(situation::missing)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private boolean isDivisible(AmountNeed kind) {
        var units = missing.getOrDefault(kind, BigDecimal.ZERO).divide(unit(kind));
        return kind.bound() == Bound.AT_LEAST && units.compareTo(BigDecimal.valueOf(MOST_UNITS)) <= 0;
    }

    /// One of the last decimal that any number of the amount has.
    private BigDecimal unit(AmountNeed kind) {
        var asked = problem.conditions().stream()
                .filter(need -> need.fact().equals(kind.fact()))
                .map(need -> need.quantity().number());
        var changed = problem.actions().stream()
                .flatMap(action -> action.amounts().changes().stream())
                .filter(change -> change.fact().equals(kind.fact()))
                .map(AmountChange::number);
        var start = Stream.of(problem.atStart(kind.fact(), kind.bound()));
        int decimals = Stream.of(asked, changed, start)
                .flatMap(each -> each)
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        return BigDecimal.ONE.movePointLeft(Math.max(0, decimals));
    }

    private void addPieces(AmountNeed kind, List<GroundAction> pieces) {
        var unit = unit(kind);
        long units = missing.getOrDefault(kind, BigDecimal.ZERO).divide(unit).longValueExact();
        for (long size = 1; size <= units; size *= 2) {
            var quantity = new Quantity(
                    unit.multiply(BigDecimal.valueOf(size)), kind.quantity().unit());
            pieces.add(imagined("piece:" + pieces.size(), size, new AmountChange.By(kind.fact(), quantity)));
        }
    }

    /// Enough of an amount that is not divided.
    private static GroundAction rest(AmountNeed kind, int number) {
        return imagined("rest:" + number, 0, new AmountChange.To(kind.fact(), MissingProducers.plenty(kind)));
    }

    private static GroundAction imagined(String name, long cost, AmountChange change) {
        var amounts = new Amounts(List.of(), List.of(change));
        var id = new TaskId(name);
        return new GroundAction(
                id, name, Set.of(), Set.of(), Set.of(), new Cost(cost), Estimate.ZERO, List.of(), amounts);
    }

    private static BigDecimal sum(AmountNeed kind, List<GroundAction> plan, List<GroundAction> pieces) {
        return plan.stream()
                .filter(pieces::contains)
                .flatMap(action -> action.amounts().changes().stream())
                .filter(change -> change.fact().equals(kind.fact()))
                .map(AmountChange::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<TaskId> wanting(AmountNeed kind) {
        return sequence.stream()
                .filter(action -> action.amounts().needs().stream().anyMatch(need -> isOf(kind, need)))
                .map(GroundAction::id)
                .filter(id -> !MissingProducers.isImagined(id))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isOf(AmountNeed kind, AmountNeed need) {
        return need.fact().equals(kind.fact()) && need.bound() == kind.bound();
    }
}
