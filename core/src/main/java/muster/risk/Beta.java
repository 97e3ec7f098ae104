package muster.risk;

/// The beta distribution on the interval from 0 to 1; both shape parameters at least 1.
///
/// @param scale the logarithm of what the density is divided by
record Beta(double alpha, double beta, double scale) {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-15;
    private static final int TERMS = 500;
    private static final int HALVINGS = 200;

    /// Coefficients of Lanczos' approximation of the gamma function for g = 7 and nine terms (Godfrey 2001); its
    /// relative error is below 1e-14.
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    static Beta of(double alpha, double beta) {
        return new Beta(alpha, beta, logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta));
    }

    /// The share below a value: the continued fraction of the incomplete beta function, evaluated by Lentz's
    /// method on the side where it converges fast.
    double below(double value) {
        if (value <= 0 || value >= 1) {
            return value <= 0 ? 0 : 1;
        }
        if (value > (alpha + 1) / (alpha + beta + 2)) {
            return 1 - new Beta(/* alpha= */ beta, /* beta= */ alpha, scale).below(1 - value);
        }
        double front = Math.exp(alpha * Math.log(value) + beta * Math.log1p(-value) - scale) / alpha;
        return front / fraction(value);
    }

    double density(double value) {
        return Math.exp((alpha - 1) * Math.log(value) + (beta - 1) * Math.log1p(-value) - scale);
    }

    /// The value below which a share lies, to 1e-12, by Newton's method inside an interval that shrinks; `near`
    /// is where to begin.
    double quantile(double share, double near) {
        double low = 0;
        double high = 1;
        double value = Math.clamp(near, 1e-12, 1 - 1e-12);
        for (int step = 0; step < HALVINGS && high - low > 1e-13; step++) {
            double over = below(value) - share;
            low = over <= 0 ? value : low;
            high = over >= 0 ? value : high;
            double next = value - over / density(value);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - value) < 1e-13) {
                return next;
            }
            value = next;
        }
        return value;
    }

    private double fraction(double value) {
        double c = 1;
        double d = 0;
        double product = 1;
        for (int term = 1; term < TERMS && Math.abs(c * d - 1) > PRECISION; term++) {
            double numerator = numerator(term, value);
            d = 1 / away(1 + numerator * d);
            c = away(1 + numerator / c);
            product *= c * d;
        }
        return product;
    }

    private double numerator(int term, double value) {
        int m = term / 2;
        return term % 2 == 0
                ? m * (beta - m) * value / ((alpha + 2 * m - 1) * (alpha + 2 * m))
                : -(alpha + m) * (alpha + beta + m) * value / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double value) {
        double sum = LANCZOS[0];
        for (int term = 1; term < LANCZOS.length; term++) {
            sum += LANCZOS[term] / (value - 1 + term);
        }
        double base = value + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (value - 0.5) * Math.log(base) - base + Math.log(sum);
    }
}
