package muster.replanning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.facts.Fact;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.run.RunState;
import muster.run.TeamFacts;
import org.jspecify.annotations.Nullable;

/// What a run has to be told of facts before it goes on.
record FactNews(WorldState world, Set<FactId> holding, Instant now) {

    /// Facts that the run takes to hold and that do not, then the other way round.
    List<FactChange> since(RunState state) {
        var news = new ArrayList<FactChange>();
        state.facts().stream()
                .filter(fact -> isReported(fact) && !holding.contains(fact))
                .map(fact -> new FactChange(
                        fact, world.truthOf(fact, now), lost(world.facts().get(fact))))
                .forEach(news::add);
        new TreeSet<>(holding)
                .stream()
                        .filter(fact -> isReported(fact) && !state.facts().contains(fact))
                        .map(fact -> new FactChange(
                                fact, Truth.TRUE, seen(world.facts().get(fact))))
                        .forEach(news::add);
        return news;
    }

    private static boolean isReported(FactId fact) {
        return !fact.value().startsWith("done:") && !fact.value().startsWith("passed:") && !TeamFacts.isReserved(fact);
    }

    private static String lost(@Nullable Fact fact) {
        if (fact == null) {
            return "nothing is known of it";
        }
        var expires = fact.observation().expires();
        return switch (fact.truth()) {
            case TRUE -> expires == null ? "it is not sure enough" : "it expired at " + expires;
            case FALSE -> "found to fail at " + seen(fact);
            case UNKNOWN -> "not known since " + seen(fact);
        };
    }

    private static String seen(@Nullable Fact fact) {
        return fact == null
                ? ""
                : fact.observation().at()
                        + (fact.evidence().isEmpty() ? ", as told" : ", " + String.join(", ", fact.evidence()));
    }
}
