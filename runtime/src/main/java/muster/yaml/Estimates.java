package muster.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import muster.plan.DayWindow;
import muster.plan.Estimate;
import muster.plan.Money;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// How long and how much: estimates, windows of days, money.
final class Estimates {
    private static final String RANGE = "..";

    private static final Field<Points, Duration> MIN =
            Field.required("min", Durations.DURATION, Points::min, "the shortest it takes");
    private static final Field<Points, Duration> LIKELY =
            Field.required("likely", Durations.DURATION, Points::likely, "what it most likely takes");
    private static final Field<Points, Duration> MAX =
            Field.required("max", Durations.DURATION, Points::max, "the longest it takes");

    private static final Form<Points> POINTS = new EntryForm<>(
            "estimate",
            List.of(MIN, LIKELY, MAX),
            entry -> new Points(entry.get(MIN), entry.get(LIKELY), entry.get(MAX)));

    static final PatternForm<Estimate> SHORT = new PatternForm<>(
            "a duration such as 4h or a range such as 4h..6h",
            Pattern.compile(Durations.SHAPE.pattern() + "(\\.\\." + Durations.SHAPE.pattern() + ")?"),
            Estimates::parse,
            Estimates::print);

    static final Form<Estimate> ESTIMATE = new EitherForm<>(
            SHORT, new OrderedForm<>(POINTS, Points::ordered, Points::of), MappingNode.class, Estimates::isShort);

    static final Form<DayWindow> DAYS = new DaysForm();

    static final Form<Money> MONEY = new PatternForm<>(
            "an amount with its currency such as 2 USD or 0.50 EUR",
            Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})? [A-Z]{3}"),
            Estimates::money,
            Money::toString);

    private Estimates() {}

    /// Three points before their order is checked.
    private record Points(Duration min, Duration likely, Duration max) {
        static Points of(Estimate estimate) {
            return new Points(estimate.min(), estimate.likely(), estimate.max());
        }

        Estimate ordered() {
            if (min.compareTo(likely) > 0 || likely.compareTo(max) > 0) {
                throw new IllegalArgumentException("estimate must be in order min <= likely <= max, got "
                        + Durations.print(min) + ", " + Durations.print(likely) + ", " + Durations.print(max));
            }
            return new Estimate(min, likely, max);
        }
    }

    private static Estimate parse(String text) {
        var dots = text.indexOf(RANGE);
        if (dots < 0) {
            return Estimate.exactly(Durations.parse(text));
        }
        var min = Durations.parse(text.substring(0, dots));
        var max = Durations.parse(text.substring(dots + RANGE.length()));
        if (max.compareTo(min) < 0) {
            throw new IllegalArgumentException("the range ends before it begins");
        }
        return new Estimate(min, middle(min, max), max);
    }

    private static Duration middle(Duration min, Duration max) {
        return min.plus(max.minus(min).dividedBy(2));
    }

    private static boolean isShort(Estimate estimate) {
        return estimate.likely().equals(middle(estimate.min(), estimate.max()));
    }

    private static String print(Estimate estimate) {
        var min = Durations.print(estimate.min());
        return estimate.min().equals(estimate.max()) ? min : min + RANGE + Durations.print(estimate.max());
    }

    private static Money money(String text) {
        var space = text.indexOf(' ');
        return new Money(new BigDecimal(text.substring(0, space)), text.substring(space + 1));
    }
}
