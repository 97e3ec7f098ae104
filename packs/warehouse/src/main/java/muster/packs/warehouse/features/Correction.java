package muster.packs.warehouse.features;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Where `corrected` differs from `stated`, and why.
///
/// @param families whose tables differ, divided by spaces
public record Correction(String families, String why) {
    /// All of them, in the order of the catalogue.
    public static final List<Correction> ALL = List.of(
            new Correction(
                    "agg mom vol reg align lag regime rev ext mrt cov tri corr",
                    "a window is NULL until it is full; stated formulas use the rows there are and call them a window"),
            new Correction(
                    "reg",
                    "least squares by orthogonal polynomials; the stated parabola passes through the first, the last and twice the mean, so its residual only"
                            + " repeats its coefficients and its r2 is always -1/(W-1). Minimum, maximum, skew and kurtosis of residuals are left out: they need"
                            + " every residual of every window"),
            new Correction(
                    "lag regime",
                    "returns and momentum of bqx are differences; a percent change of a number around zero explodes (observed: -13,625 to 14,543)"),
            new Correction(
                    "lag regime",
                    "volatility and the share of positive steps are of the W steps between W+1 rows; the stated window counts the step that leads into it"),
            new Correction("lag", "the mean of half a window is called sma_half; the stated ema is not exponential"),
            new Correction(
                    "regime",
                    "thresholds come from the first half of the rows; those of the whole table know the future"),
            new Correction(
                    "tri",
                    "indices begin at 100, so the synthetic one is v1 v2 / 100, and percent changes compound; the product alone is off by 9,900"),
            new Correction(
                    "cov",
                    "values are those of the family, so that families differ; covariance_45 and correlation_45 are added, which the stated table lacks"
                            + " in spite of its name"),
            new Correction(
                    "corr",
                    "of one-row changes; levels of walks correlate whether or not they have to do with each other (Granger and Newbold 1974)"),
            new Correction("div", "differences of neighbouring windows are added to those of distant ones"),
            new Correction(
                    "var",
                    "momentum of a pair counts for its base and against its quote; without the sign a currency's moves cancel out"));

    /// Whether one of some families differs.
    boolean concerns(Set<String> asked) {
        return Arrays.stream(families.split(" ")).anyMatch(asked::contains);
    }

    @Override
    public String toString() {
        return families + ": " + why;
    }
}
