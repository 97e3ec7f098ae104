package muster.rcpsp;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A memetic search: a population of justified schedules (the hybrid genetic algorithm of Valls, Ballestin and
/// Quintanilla 2008), as large as lets it converge within the limits. Children are made in broods, each from random
/// numbers of its own, and join the population in a fixed order, so the number of threads does not show in the outcome.
public final class Search {
    /// Children that are made at once; small against a population, large against the cost of waiting for each other.
    private static final int BROOD = 64;

    private static final int SMALLEST = 8;

    /// Members per activity at most: more than converge in ten seconds.
    private static final int MEMBERS_PER_ACTIVITY = 30;

    /// How many children per member it takes to converge. Measured on generated projects of 120 activities.
    private static final double CHILDREN_PER_MEMBER = 32;

    private final Crew<Worker> crew;
    private final Limits limits;
    private final SearchProgress progress;
    private final Decoding problem;
    private final Candidate best;
    private final Candidate[] brood;
    private final int[] cost = new int[BROOD];
    private long spent;
    private long pieces;

    private Search(Crew<Worker> crew, Decoding problem, Limits limits, SearchProgress progress) {
        this.crew = crew;
        this.problem = problem;
        this.limits = limits;
        this.progress = progress;
        best = new Candidate(problem.size());
        brood = new Candidate[BROOD];
        Arrays.setAll(brood, _ -> new Candidate(problem.size()));
    }

    /// What makes one candidate of a brood.
    @FunctionalInterface
    private interface Making {
        int cost(Worker worker, int place, long most);
    }

    /// The best order found within the limits.
    ///
    /// @param problem gives equal decodings, one for each thread
    /// @param first candidates to begin with, of which orders and modes count; may be none
    public static Found run(
            Supplier<? extends Decoding> problem, List<Candidate> first, Limits limits, SearchProgress progress) {
        try (var crew = new Crew<>(limits.threads(), () -> new Worker(problem.get()))) {
            var search = new Search(crew, problem.get(), limits, progress);
            search.converge(first);
            while (search.goesOn()) {
                search.converge(List.of());
            }
            return search.found();
        }
    }

    private boolean goesOn() {
        return best.value() > problem.bound()
                && spent < limits.schedules()
                && !limits.stop().getAsBoolean();
    }

    /// Lets one population grow up and converge.
    private void converge(List<Candidate> first) {
        var population = new Population();
        int members = members();
        int given = make(first.size(), (worker, place, most) -> {
            brood[place].copyFrom(first.get(place));
            return worker.improve(brood[place], most);
        });
        join(given, population::add);
        while (population.size() < members && goesOn()) {
            int founders = make(
                    members - population.size(),
                    (worker, place, most) -> worker.found(brood[place], most, random(place)));
            join(founders, population::add);
        }
        while (!population.hasConverged() && goesOn()) {
            int children = make(
                    Math.max(2, population.size() / 4),
                    (worker, place, most) -> worker.breed(population, brood[place], most, random(place)));
            join(children, child -> population.offer(child, random(BROOD)));
        }
    }

    private int members() {
        double converging = (limits.schedules() - spent) / (Justification.MOST * CHILDREN_PER_MEMBER);
        return (int) Math.clamp(converging, SMALLEST, Math.max(SMALLEST, MEMBERS_PER_ACTIVITY * problem.size()));
    }

    private RandomGenerator random(int place) {
        return Worker.random(limits.seed(), pieces + place);
    }

    /// Makes at most so many candidates at the same time, and returns how many.
    private int make(int wanted, Making making) {
        long left = limits.schedules() - spent;
        int count = (int) Math.min(Math.min(wanted, BROOD), Math.max(1, left / Justification.MOST));
        if (count == 0) {
            return 0;
        }
        pieces += BROOD + 1;
        crew.each(count, (worker, place) -> {
            brood[place].value(Decoding.INFEASIBLE);
            cost[place] = limits.stop().getAsBoolean() ? 0 : making.cost(worker, place, left / count);
        });
        return count;
    }

    /// Takes what was made into account, in a fixed order.
    private void join(int count, Consumer<Candidate> population) {
        for (int place = 0; place < count; place++) {
            var candidate = brood[place];
            spent += cost[place];
            if (candidate.value() < best.value()) {
                best.copyFrom(candidate);
            }
            if (cost[place] > 0) {
                population.accept(candidate);
            }
        }
        progress.at(spent, best.value(), problem.bound());
    }

    private Found found() {
        return new Found(
                IntStream.of(best.order()).boxed().toList(),
                IntStream.of(best.mode()).boxed().toList(),
                LongStream.of(best.start()).boxed().toList(),
                LongStream.of(best.finish()).boxed().toList(),
                best.value(),
                problem.bound(),
                spent);
    }
}
