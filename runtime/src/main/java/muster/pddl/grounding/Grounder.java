package muster.pddl.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import muster.pddl.Condition;
import muster.pddl.PddlTask;
import muster.plan.Location;
import muster.plan.Problem;

/// Puts objects in the places of variables, wherever the result can be reached and matters. Same task in, same task
/// out.
public final class Grounder {
    /// Some 2 GB; the largest instances in use have about a million.
    private static final long MOST_OPERATORS = 3_000_000;

    /// Costs of a whole plan, in units of the last decimal, stay far inside a `long`.
    private static final int MOST_DIGITS = 9;

    private static final int MOST_DECIMALS = 4;

    private final PddlTask task;
    private final Symbols symbols;
    private final List<Rule> rules;
    private final Effort effort;
    private final Reachability reachability;
    private final List<Problem> problems = new ArrayList<>();

    private Grounder(PddlTask task, BooleanSupplier stop) {
        this.task = task;
        symbols = new Symbols(task);
        rules = task.schemas().stream()
                .map(schema -> RuleMaker.rule(schema, symbols))
                .toList();
        effort = new Effort(MOST_OPERATORS, stop);
        reachability = new Reachability(task, symbols, rules, effort);
    }

    /// The grounded task, or why there is none.
    ///
    /// @param stop asked now and then; grounding ends once this is true
    public static Grounding ground(PddlTask task, BooleanSupplier stop) {
        return new Grounder(task, stop).ground();
    }

    private Grounding ground() {
        var drafts = drafts(reachability.run(task));
        var goal = goal();
        if (effort.isOver()) {
            return new Grounding.Stopped();
        }
        if (!problems.isEmpty()) {
            return new Grounding.Refused(problems);
        }
        return goal.isEmpty()
                ? new Grounding.Unreachable(impossible())
                : new Assembly(symbols, reachability, rules, drafts).task(goal);
    }

    private List<Draft> drafts(List<Instance> instances) {
        var drafting = new Drafting(symbols, reachability.reached());
        var drafts = new ArrayList<Draft>();
        for (var instance : instances) {
            if (effort.spent() || !problems.isEmpty()) {
                break;
            }
            var rule = rules.get(instance.rule());
            checkCost(rule, instance.cost());
            try {
                drafts.addAll(drafting.drafts(rule, instance));
            } catch (TooManyWays _) {
                refuse(
                        rule.schema().at(),
                        "the condition and effects of '" + rule.schema().name() + "'");
            }
        }
        return drafts;
    }

    private void checkCost(Rule rule, BigDecimal cost) {
        if (cost.signum() < 0) {
            problems.add(Problem.at(rule.schema().at(), "unsupported: an action that costs " + cost));
        } else if (cost.precision() - cost.scale() > MOST_DIGITS || cost.scale() > MOST_DECIMALS) {
            problems.add(Problem.at(
                    rule.schema().at(),
                    "unsupported: costs with more than " + MOST_DIGITS + " digits or " + MOST_DECIMALS
                            + " decimals, got " + cost));
        }
    }

    private void refuse(Location at, String what) {
        problems.add(
                Problem.at(at, "unsupported: " + what + " can be met in more than " + Drafting.MOST_WAYS + " ways"));
    }

    private List<Needs> goal() {
        try {
            return Needs.of(formula(task.goal()), Drafting.MOST_WAYS);
        } catch (TooManyWays _) {
            refuse(task.goalAt(), "the goal");
            return List.of();
        }
    }

    private Formula formula(Condition condition) {
        return new Formulas(symbols, reachability.reached()).of(condition, new Environment(symbols));
    }

    /// The parts of the goal that cannot hold; the whole if each part can.
    private List<String> impossible() {
        var parts = task.goal() instanceof Condition.And(var all) ? all : List.of(task.goal());
        var never = parts.stream()
                .filter(part -> formula(part).isFalse())
                .map(Wording::of)
                .toList();
        return never.isEmpty() ? List.of(Wording.of(task.goal())) : never;
    }
}
