package muster.pddl;

import java.math.BigDecimal;
import java.util.List;

/// What an action costs, as an expression over static functions.
public sealed interface CostTerm {

    /// Nothing.
    CostTerm NONE = new Sum(List.of());

    /// That much.
    record Amount(BigDecimal value) implements CostTerm {}

    /// The initial value of a function, which no action changes. An action for which it has none cannot be done.
    record Value(Atom function) implements CostTerm {}

    /// All together.
    record Sum(List<CostTerm> parts) implements CostTerm {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /// Multiplied; at least one part.
    record Product(List<CostTerm> parts) implements CostTerm {
        public Product {
            parts = List.copyOf(parts);
        }
    }
}
