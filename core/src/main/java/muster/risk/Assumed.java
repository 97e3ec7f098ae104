package muster.risk;

import java.util.Map;
import muster.plan.RiskLevel;
import muster.plan.Stretch;

/// What a level of risk stands for where a plan gives no numbers. These are assumptions, and every forecast that makes
/// them says so and is also made with the low and the high end.
///
/// | level | probability | longer by, if it happens | single estimate of a task |
/// |---|---|---|---|
/// | LOW | 0.01 to 0.2, middle 0.1 | 0 to 5 % | -10 to +15 % |
/// | MEDIUM | 0.2 to 0.4, middle 0.3 | 5 to 10 % | -20 to +30 % |
/// | MEDIUM_HIGH | 0.4 to 0.6, middle 0.5 | 10 to 20 % | -30 to +50 % |
/// | HIGH | 0.6 to 0.8, middle 0.7 | 20 to 40 % | -50 to +100 % |
///
/// Probabilities and delays follow the impact scales of the PMBOK Guide (third edition, figure 11-5), whose last row is
/// open above 20 %: 40 % is ours. The ranges of estimates are the widest of the classes 1, 3, 4 and 5 of cost estimates
/// in AACE 18R-97, taken over for durations.
final class Assumed {
    private static final Map<RiskLevel, Row> ROWS = Map.of(
            RiskLevel.LOW, new Row(0.01, 0.1, 0.2, 1, 1.05, 0.9, 1.15),
            RiskLevel.MEDIUM, new Row(0.2, 0.3, 0.4, 1.05, 1.1, 0.8, 1.3),
            RiskLevel.MEDIUM_HIGH, new Row(0.4, 0.5, 0.6, 1.1, 1.2, 0.7, 1.5),
            RiskLevel.HIGH, new Row(0.6, 0.7, 0.8, 1.2, 1.4, 0.5, 2));

    private record Row(
            double low, double middle, double high, double least, double most, double shortest, double longest) {}

    /// Which end of the assumed probabilities is taken.
    enum End {
        LOW,
        MIDDLE,
        HIGH
    }

    private Assumed() {}

    static double probability(RiskLevel level, End end) {
        var row = row(level);
        return switch (end) {
            case LOW -> row.low;
            case MIDDLE -> row.middle;
            case HIGH -> row.high;
        };
    }

    /// By how much work takes longer if the risk happens.
    static Stretch stretch(RiskLevel level) {
        var row = row(level);
        return new Stretch(row.least, (row.least + row.most) / 2, row.most);
    }

    /// The shortest and the longest of an estimate that is given as one number, as parts of it.
    static double shortest(RiskLevel level) {
        return row(level).shortest;
    }

    static double longest(RiskLevel level) {
        return row(level).longest;
    }

    private static Row row(RiskLevel level) {
        return ROWS.getOrDefault(level, new Row(0, 0, 0, 1, 1, 1, 1));
    }
}
