package muster.pddl.grounding;

/// A condition can be true in so many ways that it is not supported.
final class TooManyWays extends Exception {
    private static final long serialVersionUID = 1L;

    private TooManyWays(int most) {
        super("more than " + most, null, false, false);
    }

    static void check(int ways, int most) throws TooManyWays {
        if (ways > most) {
            throw new TooManyWays(most);
        }
    }
}
