package muster.plan;

/// How a quantity is spread between the least, the likely and the greatest of its estimate.
public sealed interface Distribution {
    /// Least and greatest weigh a sixth together, as in the original PERT.
    Distribution STANDARD = new Pert(4);

    /// The beta distribution of PERT (Malcolm et al. 1959; Vose 2000 for other weights): on an interval from 0 to
    /// 1 with its mode at `m`, the shape parameters are `1 + weight m` and `1 + weight (1 - m)`.
    ///
    /// @param weight of the likely value against the two ends, from 1 to 100; 4 is the classic one
    record Pert(double weight) implements Distribution {
        public static final double LEAST_WEIGHT = 1;
        public static final double GREATEST_WEIGHT = 100;

        public Pert {
            if (!(weight >= LEAST_WEIGHT && weight <= GREATEST_WEIGHT)) {
                throw new IllegalArgumentException("the weight of PERT is from 1 to 100, got " + weight);
            }
        }
    }

    /// Density that rises in a straight line from the least to the likely and falls to the greatest.
    record Triangular() implements Distribution {}

    /// All values from the least to the greatest alike; the likely one does not count.
    record Uniform() implements Distribution {}
}
