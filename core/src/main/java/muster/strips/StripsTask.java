package muster.strips;

import java.util.List;

/// A grounded planning task: find operators that lead from the initial facts to a state in which the goal holds.
///
/// @param facts how many facts there are; they are numbered from 0
/// @param initial the facts that hold at the start; all others do not
/// @param goal the facts that must hold at the end
public record StripsTask(int facts, FactSet initial, FactSet goal, List<Operator> operators, Fluents fluents) {
    public StripsTask {
        operators = List.copyOf(operators);
        requireWithin(facts, initial, "the start");
        requireWithin(facts, goal, "the goal");
        requireWithin(fluents.size(), fluents.goal(), "the goal");
        for (var operator : operators) {
            requireWithin(facts, operator.pre(), operator.name());
            requireWithin(facts, operator.add(), operator.name());
            requireWithin(facts, operator.del(), operator.name());
            requireWithin(fluents.size(), operator.numeric().needs(), operator.name());
            operator.numeric().changes().forEach(change -> requireWithin(fluents.size(), change, operator.name()));
        }
    }

    /// A task without numeric variables.
    public static StripsTask of(int facts, FactSet initial, FactSet goal, List<Operator> operators) {
        return new StripsTask(facts, initial, goal, operators, Fluents.NONE);
    }

    private static void requireWithin(int facts, FactSet set, String where) {
        if (set.largest() >= facts) {
            throw new IllegalArgumentException(
                    where + " names fact " + set.largest() + ", but there are only " + facts + " facts");
        }
    }

    private static void requireWithin(int variables, List<AtLeast> conditions, String where) {
        conditions.forEach(condition -> requireVariable(variables, condition.variable(), where));
    }

    private static void requireWithin(int variables, Change change, String where) {
        requireVariable(variables, change.variable(), where);
    }

    private static void requireVariable(int variables, int variable, String where) {
        if (variable < 0 || variable >= variables) {
            throw new IllegalArgumentException(
                    where + " names variable " + variable + ", but there are only " + variables);
        }
    }
}
