package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.List;

/// A condition over numbered atoms, static parts decided.
sealed interface Formula {

    /// The atom holds, or does not.
    record Is(int atom, boolean wanted) implements Formula {}

    /// All hold.
    record And(List<Formula> parts) implements Formula {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// At least one holds.
    record Or(List<Formula> parts) implements Formula {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    static Formula constant(boolean value) {
        return value ? new And(List.of()) : new Or(List.of());
    }

    static Formula and(List<Formula> parts) {
        var all = new ArrayList<Formula>();
        for (var part : parts) {
            if (part.isFalse()) {
                return part;
            }
            if (part instanceof And(var inner)) {
                all.addAll(inner);
            } else {
                all.add(part);
            }
        }
        return all.size() == 1 ? all.getFirst() : new And(all);
    }

    static Formula or(List<Formula> parts) {
        var all = new ArrayList<Formula>();
        for (var part : parts) {
            if (part.isTrue()) {
                return part;
            }
            if (part instanceof Or(var inner)) {
                all.addAll(inner);
            } else {
                all.add(part);
            }
        }
        return all.size() == 1 ? all.getFirst() : new Or(all);
    }

    default boolean isTrue() {
        return this instanceof And(var parts) && parts.isEmpty();
    }

    default boolean isFalse() {
        return this instanceof Or(var parts) && parts.isEmpty();
    }

    /// What holds exactly if this does not.
    default Formula negated() {
        return switch (this) {
            case Is(int atom, boolean wanted) -> new Is(atom, !wanted);
            case And(var parts) -> or(parts.stream().map(Formula::negated).toList());
            case Or(var parts) -> and(parts.stream().map(Formula::negated).toList());
        };
    }
}
