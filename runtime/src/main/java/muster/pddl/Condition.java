package muster.pddl;

import java.util.List;

/// What must hold for an action or in the goal. An implication is read as a disjunction.
public sealed interface Condition {

    /// The atom holds; of [Atom#EQUALITY], both terms are the same object.
    record Holds(Atom atom) implements Condition {}

    /// It does not hold.
    record Not(Condition condition) implements Condition {}

    /// All hold; true if there is none.
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// At least one holds; false if there is none.
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// It holds for some objects in the parameters' places.
    record Exists(List<Parameter> parameters, Condition condition) implements Condition {
        public Exists {
            parameters = List.copyOf(parameters);
        }
    }

    /// It holds for all objects in the parameters' places.
    record ForAll(List<Parameter> parameters, Condition condition) implements Condition {
        public ForAll {
            parameters = List.copyOf(parameters);
        }
    }
}
