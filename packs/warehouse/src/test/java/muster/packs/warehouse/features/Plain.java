package muster.packs.warehouse.features;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/// The formulas once more, in loops over arrays, without SQL. What is not there is NaN.
final class Plain {

    private Plain() {}

    static double[] each(int rows, IntToDoubleFunction value) {
        var result = new double[rows];
        Arrays.setAll(result, value);
        return result;
    }

    static double[] lag(double[] x, int k) {
        return each(x.length, i -> i < k ? Double.NaN : x[i - k]);
    }

    static double[] lead(double[] x, int k) {
        return each(x.length, i -> i + k >= x.length ? Double.NaN : x[i + k]);
    }

    static double[] minus(double[] a, double[] b) {
        return each(a.length, i -> a[i] - b[i]);
    }

    static double[] over(double[] a, double[] b) {
        return each(a.length, i -> b[i] == 0 ? Double.NaN : a[i] / b[i]);
    }

    /// 1 or 0, and NaN where the value is.
    static double[] flag(double[] x, java.util.function.DoublePredicate holds) {
        return each(x.length, i -> Double.isNaN(x[i]) ? Double.NaN : holds.test(x[i]) ? 1 : 0);
    }

    /// A figure of the `w` values up to each; NaN unless all of them are there.
    static double[] full(double[] x, int w, ToDoubleFunction<double[]> figure) {
        return each(x.length, i -> {
            if (i + 1 < w) {
                return Double.NaN;
            }
            var window = Arrays.copyOfRange(x, i + 1 - w, i + 1);
            return present(window).length < w ? Double.NaN : figure.applyAsDouble(window);
        });
    }

    /// A figure of those of the `w` values up to each that are there.
    static double[] some(double[] x, int w, ToDoubleFunction<double[]> figure) {
        return each(x.length, i -> figure.applyAsDouble(present(Arrays.copyOfRange(x, Math.max(0, i + 1 - w), i + 1))));
    }

    private static double[] present(double[] x) {
        int count = 0;
        var present = new double[x.length];
        for (double value : x) {
            present[count] = value;
            count += Double.isNaN(value) ? 0 : 1;
        }
        return Arrays.copyOf(present, count);
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    static double min(double[] x) {
        double min = x.length == 0 ? Double.NaN : x[0];
        for (double value : x) {
            min = Math.min(min, value);
        }
        return min;
    }

    static double max(double[] x) {
        return -min(each(x.length, i -> -x[i]));
    }

    static double deviation(double[] x) {
        double mean = mean(x);
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (x.length - 1));
    }

    static double covariance(double[] a, double[] b) {
        double ma = mean(a);
        double mb = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - ma) * (b[i] - mb);
        }
        return sum / (a.length - 1);
    }

    static double correlation(double[] a, double[] b) {
        return covariance(a, b) / deviation(a) / deviation(b);
    }

    /// Coefficients of the parabola of least squares, constant first: the normal equations, by elimination.
    static double[] parabola(double[] y) {
        var rows = new double[3][4];
        for (int j = 0; j < y.length; j++) {
            double[] powers = {1, j, (double) j * j, (double) j * j * j, (double) j * j * j * j};
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    rows[r][c] += powers[r + c];
                }
                rows[r][3] += powers[r] * y[j];
            }
        }
        for (int p = 0; p < 3; p++) {
            for (int r = 0; r < 3; r++) {
                double factor = r == p ? 0 : rows[r][p] / rows[p][p];
                for (int c = p; c < 4; c++) {
                    rows[r][c] -= factor * rows[p][c];
                }
            }
        }
        return each(3, p -> rows[p][3] / rows[p][p]);
    }
}
