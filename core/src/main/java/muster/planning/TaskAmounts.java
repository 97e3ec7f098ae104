package muster.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.plan.AmountRule;
import muster.plan.Demand;
import muster.plan.FactId;
import muster.plan.Given;
import muster.plan.Ids;
import muster.plan.Plan;
import muster.plan.Quantity;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.WorkMode.Who;

/// What the tasks and remedies of a plan ask of amounts, symbolic facts and capabilities.
final class TaskAmounts {
    private final Plan plan;
    private final Map<FactId, String> units = new HashMap<>();
    private final Map<ResourceId, Resource> resources;
    private final Map<FactId, Set<FactId>> others = new HashMap<>();

    TaskAmounts(Plan plan) {
        this.plan = plan;
        this.resources = plan.team().resources().stream().collect(Collectors.toMap(Resource::id, each -> each));
        for (var given : plan.premises().given()) {
            switch (given.value()) {
                case Given.Value.Amount(var quantity) -> units.put(given.fact(), quantity.unit());
                case Given.Value.Symbol(var _, var values) -> exclude(given.fact(), values);
                case Given.Value.Holds _, Given.Value.Fails _ -> {}
            }
        }
    }

    private void exclude(FactId fact, List<String> values) {
        var all = values.stream().map(value -> Beginning.symbol(fact, value)).toList();
        for (var each : all) {
            var rest = new TreeSet<>(all);
            rest.remove(each);
            others.put(each, rest);
        }
    }

    /// The values of symbolic facts that no longer hold once these facts do.
    Set<FactId> ended(Set<FactId> added) {
        var ended = new TreeSet<FactId>();
        added.forEach(fact -> ended.addAll(others.getOrDefault(fact, Set.of())));
        ended.removeAll(added);
        return ended;
    }

    /// Facts that hold only if somebody can do the task: none if it has an owner or anybody can.
    Set<FactId> capabilities(Task task) {
        if (task.timing().modes().isEmpty()) {
            return Set.of();
        }
        var asked = task.timing().modes().stream()
                .map(mode -> mode.who() instanceof Who.Capable(var capability) ? capability : "")
                .toList();
        boolean able = !task.owners().isEmpty() || asked.stream().anyMatch(each -> each.isEmpty() || has(each));
        var fact = "can:" + asked.getFirst();
        return able || !Ids.isId(fact) ? Set.of() : Set.of(new FactId(fact));
    }

    private boolean has(String capability) {
        return plan.team().agents().stream()
                .anyMatch(agent -> agent.capabilities().contains(capability));
    }

    /// What is used up is taken, what is held must be there.
    Amounts of(Task task) {
        var amounts = Amounts.NONE;
        for (var demand : task.demands()) {
            amounts = amounts.and(of(demand));
        }
        return amounts.and(of(task.id()));
    }

    /// What the plan states of a task or remedy.
    Amounts of(TaskId action) {
        return plan.premises().amounts().stream()
                .filter(rule -> rule.task().equals(action))
                .map(this::of)
                .reduce(Amounts.NONE, Amounts::and);
    }

    private Amounts of(Demand demand) {
        var resource = resources.get(demand.resource());
        if (resource == null || demand.amount().signum() <= 0 || !Beginning.isQuantity(demand.amount())) {
            return Amounts.NONE;
        }
        var fact = Beginning.amount(resource.id());
        var quantity = new Quantity(demand.amount(), resource.unit());
        return resource.kind() == ResourceKind.CONSUMABLE
                ? Amounts.using(fact, quantity)
                : new Amounts(List.of(AmountNeed.atLeast(fact, quantity)), List.of());
    }

    private Amounts of(AmountRule rule) {
        var needs = new ArrayList<AmountNeed>();
        if (rule.atLeast() != null) {
            needs.add(AmountNeed.atLeast(rule.fact(), quantity(rule, rule.atLeast())));
        }
        if (rule.atMost() != null) {
            needs.add(AmountNeed.atMost(rule.fact(), quantity(rule, rule.atMost())));
        }
        return new Amounts(needs, changes(rule));
    }

    private List<AmountChange> changes(AmountRule rule) {
        return switch (rule.change()) {
            case null -> List.of();
            case AmountRule.Change.Takes(var number) ->
                List.of(new AmountChange.By(rule.fact(), quantity(rule, number.negate())));
            case AmountRule.Change.Gives(var number) ->
                List.of(new AmountChange.By(rule.fact(), quantity(rule, number)));
            case AmountRule.Change.Sets(var number) ->
                List.of(new AmountChange.To(rule.fact(), quantity(rule, number)));
        };
    }

    private Quantity quantity(AmountRule rule, BigDecimal number) {
        return new Quantity(number, units.getOrDefault(rule.fact(), ""));
    }
}
