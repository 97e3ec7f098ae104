package muster.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a plan takes as known of the world. What an audit finds out of the same fact takes its place.
///
/// @param evidence ids or words of what it rests on, empty for an assumption
/// @param observed when it was observed; null means at the instant of planning
/// @param expires when it must be observed again; null means never
/// @param confidence how sure it is
public record Given(
        FactId fact,
        Value value,
        List<String> evidence,
        @Nullable Instant observed,
        @Nullable Instant expires,
        Share confidence) {
    public Given {
        evidence = List.copyOf(evidence);
    }

    /// What is known of the fact.
    public sealed interface Value {

        /// It is true.
        record Holds() implements Value {}

        /// It is false.
        record Fails() implements Value {}

        /// There is this much.
        record Amount(Quantity quantity) implements Value {}

        /// It is one of several values, and each of them a fact of its own, such as `environment:staging`.
        record Symbol(String value, List<String> values) implements Value {
            public Symbol {
                values = List.copyOf(values);
                if (!values.contains(value)) {
                    throw new IllegalArgumentException("'" + value + "' is none of " + values);
                }
            }
        }
    }
}
