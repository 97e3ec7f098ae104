package muster.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.ItemId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Facts that follow from what a team does. Nobody reports them by hand: the rules of coordination tell the run
/// which of them hold ([Command.FollowTeam]).
public final class TeamFacts {
    private static final String HELD = "held:";
    private static final List<String> RESERVED =
            List.of("hand-off:", "delivered:", HELD, "policy:", "timer:", "metric:", "event:", "audit:");

    private TeamFacts() {}

    /// A hand-off of the plan was accepted.
    public static FactId accepted(ItemId handOff) {
        return new FactId("hand-off:" + handOff);
    }

    /// What another team owes, in words, was handed over.
    public static FactId delivered(String words) {
        return new FactId("delivered:" + name(words));
    }

    /// A blocker or a conflict keeps the step from beginning.
    public static FactId held(TaskId task) {
        return new FactId(HELD + task);
    }

    /// The step that the fact keeps from beginning; null if it is another kind of fact.
    static @Nullable TaskId heldBy(FactId fact) {
        return fact.value().startsWith(HELD) ? new TaskId(fact.value().substring(HELD.length())) : null;
    }

    /// One condition of a gate holds.
    public static FactId met(GateCondition condition, GateId gate) {
        return new FactId(condition.name().toLowerCase(Locale.ROOT) + ":" + gate);
    }

    /// True if nobody but the team's rules says whether the fact holds.
    public static boolean isReserved(FactId fact) {
        for (var prefix : RESERVED) {
            if (fact.value().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /// How something outside is named: words in lower case with hyphens between them.
    public static String name(String words) {
        var name = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.length() > 100 ? name.substring(0, 100) : name;
    }

    /// Why these facts are not taken from anybody; empty if they are.
    static String refusal(Stream<FactId> facts) {
        var reserved = facts.filter(TeamFacts::isReserved).findFirst();
        return reserved.map(fact -> fact + " follows from what the team does, nobody reports it")
                .orElse("");
    }
}
