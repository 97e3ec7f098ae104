package muster.engines;

import java.util.List;
import java.util.Locale;
import muster.coordination.CoordinationState;
import muster.coordination.HandOffState;
import muster.coordination.MatterId;
import muster.plan.GateId;
import muster.plan.ItemId;
import muster.plan.TaskId;

/// Where a run and its team stand, in the words of stories.
record StoryLook(CoordinationState state) {

    /// What a question without its last word is answered.
    ///
    /// @param words such as `gate go open`
    String seen(List<String> words) {
        var seen = switch (words.getFirst()) {
            case "run" -> state.run().status().name();
            case "gate" -> state.run().gate(new GateId(words.get(1))).getClass().getSimpleName();
            case "blocker" -> blocker(MatterId.parse(words.get(1)));
            case "conflict" -> conflict(MatterId.parse(words.get(1)));
            case "hand-off" -> handOff(new ItemId(words.get(1)));
            default -> state.run().step(new TaskId(words.getFirst())).getClass().getSimpleName();
        };
        return seen.toLowerCase(Locale.ROOT);
    }

    private String blocker(MatterId id) {
        var blocker = state.blockers().get(id);
        return blocker == null ? "none" : blocker.settled() == null ? "open" : "settled";
    }

    private String conflict(MatterId id) {
        var conflict = state.conflicts().get(id);
        if (conflict == null) {
            return "none";
        }
        return conflict.settled() != null ? "settled" : conflict.decision() == null ? "open" : "decided";
    }

    /// What became of the last offer.
    private String handOff(ItemId declared) {
        return state.handOffs().values().stream()
                .filter(each -> declared.equals(each.note().fulfils()))
                .map(HandOffState::getClass)
                .map(Class::getSimpleName)
                .reduce("none", (_, later) -> later);
    }
}
