package muster.rcpsp;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What one thread needs to make candidates.
final class Worker {
    /// How far the first orders stray from that of the latest finishes, as a share of the time that those span.
    /// Measured on generated projects; 0.25 was worse, 1 no better.
    private static final double BLUR = 0.5;

    /// One of so many candidates strays so far that any order is possible.
    private static final int WILD = 8;

    private static final double FAR = 4;

    /// Steps of the blur.
    private static final double FINE = 1 << 20;

    /// How often a parent is looked for that is not the other one.
    private static final int TRIES = 5;

    private final Decoding problem;
    private final TimeOrder timeOrder;
    private final Crossover crossover;
    private final Justification justification;
    private final long[] key;

    Worker(Decoding problem) {
        this.problem = problem;
        timeOrder = new TimeOrder(problem);
        crossover = new Crossover(problem);
        justification = new Justification(problem);
        key = new long[problem.size()];
    }

    /// Numbers that depend on the seed of a search and the number of a piece of its work alone.
    static RandomGenerator random(long seed, long piece) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + piece * 0xBF58476D1CE4E5B9L);
    }

    /// Decodes and improves a candidate as it is.
    int improve(Candidate candidate, long most) {
        return justification.improve(candidate, most);
    }

    /// A child of two members.
    int breed(Population population, Candidate child, long most, RandomGenerator random) {
        var first = population.parent(random);
        var second = population.parent(random);
        for (int tries = 0; tries < TRIES && second == first; tries++) {
            second = population.parent(random);
        }
        crossover.cross(first, second, child, random);
        return justification.improve(child, most);
    }

    /// A candidate in the order of the latest finishes, blurred, with modes by chance.
    int found(Candidate candidate, long most, RandomGenerator random) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int activity = 0; activity < key.length; activity++) {
            min = Math.min(min, problem.latestFinish(activity));
            max = Math.max(max, problem.latestFinish(activity));
        }
        double span = Math.max(1, max - min);
        double blur = random.nextInt(WILD) == 0 ? FAR : BLUR;
        for (int activity = 0; activity < key.length; activity++) {
            double place = (problem.latestFinish(activity) - min) / span;
            key[activity] = (long) (FINE * (place + blur * random.nextDouble()));
            candidate.mode()[activity] = random.nextInt(problem.modes(activity));
        }
        timeOrder.sort(candidate.order(), key);
        return justification.improve(candidate, most);
    }
}
