package muster.plan;

/// How often work is done until it is right.
public sealed interface Repeat {
    /// More rounds than a team would stand.
    int MOST_ROUNDS = 1000;

    /// After each round it is done again with the same probability.
    ///
    /// @param most rounds there are, at least 1; after the last one it is accepted as it is
    record WithProbability(Share again, int most) implements Repeat {
        public WithProbability {
            require(most);
        }
    }

    /// A number of rounds between two bounds; 1 <= least <= likely <= greatest.
    record Rounds(int min, int likely, int max) implements Repeat {
        public Rounds {
            require(min);
            require(max);
            if (min > likely || likely > max) {
                throw new IllegalArgumentException(
                        "rounds need min <= likely <= max, got " + min + ", " + likely + ", " + max);
            }
        }
    }

    private static void require(int rounds) {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds must be between 1 and " + MOST_ROUNDS + ", got " + rounds);
        }
    }
}
