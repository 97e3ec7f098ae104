package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/// What tests ask of many numbers; all bounds are in standard errors, so that they are the same whatever the size.
final class Sample {
    private final double[] values;

    Sample(double[] values) {
        this.values = values;
    }

    double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum() / (values.length - 1);
    }

    Sample hasMean(double expected, double errors) {
        double error = Math.sqrt(variance() / values.length);
        assertThat(Math.abs(mean() - expected) / error)
                .as("mean " + mean() + " against " + expected + ", in standard errors")
                .isLessThanOrEqualTo(errors);
        return this;
    }

    /// The standard error of a variance from the fourth moment.
    Sample hasVariance(double expected, double errors) {
        double mean = mean();
        double variance = variance();
        double fourth = Arrays.stream(values)
                .map(each -> Math.pow(each - mean, 4))
                .average()
                .orElseThrow();
        double error = Math.sqrt((fourth - variance * variance) / values.length);
        assertThat(Math.abs(variance - expected) / error)
                .as("variance " + variance + " against " + expected + ", in standard errors")
                .isLessThanOrEqualTo(errors);
        return this;
    }

    Sample hasShare(DoublePredicate which, double expected, double errors) {
        double share = (double) Arrays.stream(values).filter(which).count() / values.length;
        double error = Math.sqrt(expected * (1 - expected) / values.length);
        assertThat(Math.abs(share - expected) / error)
                .as("share " + share + " against " + expected + ", in standard errors")
                .isLessThanOrEqualTo(errors);
        return this;
    }

    static double correlation(double[] some, double[] others) {
        double a = new Sample(some).mean();
        double b = new Sample(others).mean();
        double products = 0;
        for (int at = 0; at < some.length; at++) {
            products += (some[at] - a) * (others[at] - b);
        }
        return products / (some.length - 1) / Math.sqrt(new Sample(some).variance() * new Sample(others).variance());
    }
}
