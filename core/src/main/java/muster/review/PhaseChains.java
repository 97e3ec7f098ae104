package muster.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.review.StatedPlan.Phase;
import org.jspecify.annotations.Nullable;

/// Chains of phases, each needing the one before, and how long they take by what is stated of each.
final class PhaseChains {
    private final Map<String, Phase> phases;
    private final Map<String, @Nullable Chain> to = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();

    /// A chain.
    ///
    /// @param weeks from the least to the most that its phases take
    record Chain(List<String> phases, Range weeks) {
        Chain {
            phases = List.copyOf(phases);
        }

        @Override
        public String toString() {
            return String.join(", ", phases);
        }
    }

    PhaseChains(Map<String, Phase> phases) {
        this.phases = phases;
    }

    /// The chain that takes longest; null if some phase states no span, or phases need each other.
    @Nullable
    Chain longest() {
        @Nullable Chain longest = null;
        for (var id : phases.keySet()) {
            var chain = to(id);
            if (chain == null) {
                return null;
            }
            longest = longest == null || isLonger(chain, longest) ? chain : longest;
        }
        return longest == null ? null : new Chain(longest.phases(), ends());
    }

    /// Each end of the range is the longest of all chains at that end.
    private Range ends() {
        var ends = Range.ZERO;
        for (var id : phases.keySet()) {
            var chain = to(id);
            ends = chain == null ? ends : ends.max(chain.weeks());
        }
        return ends;
    }

    private static boolean isLonger(Chain chain, Chain other) {
        int high = chain.weeks().high().compareTo(other.weeks().high());
        return high > 0
                || (high == 0 && chain.weeks().low().compareTo(other.weeks().low()) > 0);
    }

    private @Nullable Chain to(String id) {
        if (to.containsKey(id)) {
            return to.get(id);
        }
        to.put(id, null);
        var phase = phases.get(id);
        if (phase == null || phase.span() == null) {
            return null;
        }
        var longest = new Chain(List.of(), Range.ZERO);
        for (var need : phase.needs()) {
            var chain = phases.containsKey(need) ? to(need) : longest;
            if (chain == null) {
                return null;
            }
            longest = isLonger(chain, longest) ? chain : longest;
        }
        var path = new ArrayList<>(longest.phases());
        path.add(id);
        var chain = new Chain(path, longest.weeks().plus(phase.span()));
        to.put(id, chain);
        return chain;
    }

    /// True if one of the two waits for the other, directly or not.
    boolean ordered(String one, String other) {
        return before(one).contains(other) || before(other).contains(one);
    }

    private Set<String> before(String id) {
        var known = before.get(id);
        if (known != null) {
            return known;
        }
        Set<String> all = new HashSet<>();
        before.put(id, all);
        var phase = phases.get(id);
        for (var need : phase == null ? List.<String>of() : phase.needs()) {
            all.add(need);
            all.addAll(before(need));
        }
        return all;
    }
}
