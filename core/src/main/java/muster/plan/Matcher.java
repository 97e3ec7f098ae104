package muster.plan;

import java.math.BigDecimal;
import java.util.List;

/// What an observed value must be like. A value is a text, a number, a list of values or absent; an absent value
/// matches only [Not]. Patterns are RE2 and found anywhere in the text.
public sealed interface Matcher {

    /// Equal as numbers if both are numbers, else as texts.
    record Equal(String value) implements Matcher {}

    /// The pattern is found in the text.
    record Matches(String pattern) implements Matcher {}

    /// The text holds this text, or the list this element.
    record Contains(String part) implements Matcher {}

    /// This number or a greater one.
    record AtLeast(BigDecimal number) implements Matcher {}

    /// This number or a smaller one.
    record AtMost(BigDecimal number) implements Matcher {}

    /// A version inside the range.
    ///
    /// @param range in the notation of the scheme, such as `>=3.8,<4`
    record InRange(VersionScheme scheme, String range) implements Matcher {}

    /// One of these texts.
    record OneOf(List<String> values) implements Matcher {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// A list with these elements and no others, in any order.
    record Exactly(List<String> elements) implements Matcher {
        public Exactly {
            elements = List.copyOf(elements);
        }
    }

    /// A list all of whose elements match; an empty list asserts nothing and does not.
    record Each(Matcher element) implements Matcher {}

    /// The length of a text in code points, or of a list.
    record Length(Matcher number) implements Matcher {}

    /// All hold; at least one is given.
    record All(List<Matcher> matchers) implements Matcher {
        public All {
            matchers = List.copyOf(matchers);
        }
    }

    /// At least one holds.
    record Any(List<Matcher> matchers) implements Matcher {
        public Any {
            matchers = List.copyOf(matchers);
        }
    }

    /// It does not hold.
    record Not(Matcher matcher) implements Matcher {}
}
