package muster.risk;

/// The standard normal distribution, and scores that follow it, made from 64 bits.
final class Normal {
    private static final double DENSITY_AT_0 = 0.3989422804014327;
    private static final double TAIL = 3;
    private static final int TERMS = 120;

    /// A share below one half is looked up by its binary exponent and the next seven bits, so that the steps of
    /// the table get smaller as the share does. Between steps the score is interpolated; it is off by at most
    /// 1e-5.
    private static final int STEP_BITS = 7;

    private static final int OCTAVES = 40;
    private static final int STEPS = OCTAVES << STEP_BITS;
    private static final int REST_BITS = 52 - STEP_BITS;
    private static final long LEAST = Double.doubleToRawLongBits(0x1.0p-1) - ((long) OCTAVES << 52);
    private static final long REST_MASK = (1L << REST_BITS) - 1;

    /// Score at a step and its change to the next one, in turn.
    private static final double[] SCORES = scores();

    private Normal() {}

    static double density(double score) {
        return DENSITY_AT_0 * Math.exp(-0.5 * score * score);
    }

    /// The share below a score: a series near the middle (Marsaglia 2004), a continued fraction in the tails
    /// (Laplace).
    static double below(double score) {
        if (score > TAIL) {
            return 1 - below(-score);
        }
        if (score < -TAIL) {
            double fraction = -score;
            for (int term = TERMS; term > 0; term--) {
                fraction = -score + term / fraction;
            }
            return density(score) / fraction;
        }
        double term = score;
        double sum = score;
        for (int odd = 3; sum != sum + term; odd += 2) {
            term *= score * score / odd;
            sum += term;
        }
        return 0.5 + sum * density(score);
    }

    /// The score of some random bits: the first decides the side, the others the distance.
    static double score(long bits) {
        double half = ((bits & Long.MAX_VALUE) >>> 10) * 0x1.0p-54 + 0x1.0p-56;
        long steps = Math.max(0, Double.doubleToRawLongBits(half) - LEAST);
        int at = (int) (steps >>> REST_BITS) << 1;
        double score = SCORES[at] + (steps & REST_MASK) * 0x1.0p-45 * SCORES[at + 1];
        return Double.longBitsToDouble(Double.doubleToRawLongBits(score) ^ (bits & Long.MIN_VALUE));
    }

    private static double[] scores() {
        var scores = new double[2 * STEPS + 2];
        double score = 0;
        double next = 0;
        for (int step = STEPS; step >= 0; step--) {
            score = at(Double.longBitsToDouble(LEAST + ((long) step << REST_BITS)), next);
            scores[2 * step] = score;
            scores[2 * step + 1] = next - score;
            next = score;
        }
        return scores;
    }

    /// The score below which a share lies, by Newton's method from a score near it; shares up to one half.
    private static double at(double share, double near) {
        double score = near;
        double change = 1;
        for (int step = 0; step < TERMS && Math.abs(change) > 1e-14; step++) {
            change = (below(score) - share) / density(score);
            score -= change;
        }
        return score;
    }
}
