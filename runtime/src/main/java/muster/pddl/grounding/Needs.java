package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import muster.strips.FactSet;

/// Atoms that must hold and atoms that must not.
record Needs(FactSet holding, FactSet absent) {
    static final Needs NONE = new Needs(FactSet.EMPTY, FactSet.EMPTY);

    /// Both together.
    Needs and(Needs other) {
        return new Needs(union(holding, other.holding), union(absent, other.absent));
    }

    static FactSet union(FactSet one, FactSet other) {
        if (one.size() == 0 || other.size() == 0) {
            return one.size() == 0 ? other : one;
        }
        return FactSet.of(IntStream.concat(IntStream.of(one.toArray()), IntStream.of(other.toArray()))
                .toArray());
    }

    boolean contradicts() {
        return IntStream.of(absent.toArray()).anyMatch(holding::contains);
    }

    /// The ways in which a formula can be true, as few as there are without comparing them; empty if it cannot be.
    ///
    /// @throws TooManyWays if there are more than a limit
    static List<Needs> of(Formula formula, int most) throws TooManyWays {
        return switch (formula) {
            case Formula.Is(int atom, boolean wanted) -> List.of(one(atom, wanted));
            case Formula.And(var parts) -> {
                var ways = List.of(NONE);
                for (var part : parts) {
                    ways = product(ways, of(part, most), most);
                }
                yield ways;
            }
            case Formula.Or(var parts) -> {
                var ways = new LinkedHashSet<Needs>();
                for (var part : parts) {
                    ways.addAll(of(part, most));
                    TooManyWays.check(ways.size(), most);
                }
                yield List.copyOf(ways);
            }
        };
    }

    private static Needs one(int atom, boolean wanted) {
        var only = FactSet.of(atom);
        return wanted ? new Needs(only, FactSet.EMPTY) : new Needs(FactSet.EMPTY, only);
    }

    /// Each way of one side with each way of the other that it does not contradict.
    static List<Needs> product(List<Needs> these, List<Needs> those, int most) throws TooManyWays {
        var ways = new LinkedHashSet<Needs>();
        for (var one : these) {
            those.stream().map(one::and).filter(way -> !way.contradicts()).forEach(ways::add);
            TooManyWays.check(ways.size(), most);
        }
        return new ArrayList<>(ways);
    }
}
