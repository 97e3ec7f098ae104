package muster.rcpsp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Candidates that differ from each other, none of which is ever exchanged for a worse one.
final class Population {
    /// How many compete to become a parent, and to give way to a child. Measured on generated projects: with fewer the
    /// population does not converge in time, with more too early.
    private static final int PARENT_CONTEST = 3;

    private static final int VICTIM_CONTEST = 32;

    /// Without a smaller sum of values for so many children per member, the population has converged.
    private static final int PATIENCE = 20;

    private final List<Candidate> members = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private int fruitless;

    int size() {
        return members.size();
    }

    Candidate parent(RandomGenerator random) {
        var best = members.get(random.nextInt(members.size()));
        for (int contest = 1; contest < PARENT_CONTEST; contest++) {
            var other = members.get(random.nextInt(members.size()));
            best = other.value() < best.value() ? other : best;
        }
        return best;
    }

    boolean hasConverged() {
        return fruitless > PATIENCE * members.size();
    }

    /// Takes a copy of a candidate as a further member, even if it is known.
    void add(Candidate candidate) {
        var member = new Candidate(candidate.order().length);
        member.copyFrom(candidate);
        members.add(member);
        known.add(fingerprint(member));
    }

    /// Takes a copy of a child in place of a member that is no better, unless it is known.
    void offer(Candidate child, RandomGenerator random) {
        fruitless++;
        var victim = members.get(random.nextInt(members.size()));
        for (int contest = 1; contest < VICTIM_CONTEST; contest++) {
            var other = members.get(random.nextInt(members.size()));
            victim = other.value() > victim.value() ? other : victim;
        }
        if (child.value() > victim.value() || !known.add(fingerprint(child))) {
            return;
        }
        fruitless = child.value() < victim.value() ? 0 : fruitless;
        known.remove(fingerprint(victim));
        victim.copyFrom(child);
    }

    /// Tells schedules apart; that two have the same by chance only costs a child.
    private static long fingerprint(Candidate candidate) {
        long print = 0;
        for (int activity = 0; activity < candidate.mode().length; activity++) {
            print = (print ^ candidate.start()[activity]) * 0x9E3779B97F4A7C15L;
            print = (print ^ (print >>> 32) ^ candidate.mode()[activity]) * 0xBF58476D1CE4E5B9L;
        }
        return print;
    }
}
