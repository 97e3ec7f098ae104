package muster.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunRules;

/// Whether a team may work by another charter, and its run go on otherwise, from here on.
final class CharterRules {
    private CharterRules() {}

    static Ruling agree(CoordinationState state, Charter charter) {
        return charter.equals(state.charter())
                ? new Ruling.Denied("the team works by this charter already")
                : new Ruling.Granted(new CoordinationEvent.Agreed(charter));
    }

    /// All of it or nothing; all that is against it is said at once.
    static Ruling revise(CoordinationState state, CoordinationCommand.Revise c, Instant now) {
        var against = Stream.concat(
                        CharterObjections.to(state, c.charter()).stream(), refused(state, c.orders(), now).stream())
                .distinct()
                .toList();
        if (!against.isEmpty()) {
            return new Ruling.Denied(String.join("; ", against));
        }
        List<CoordinationEvent> agreed =
                c.charter().equals(state.charter()) ? List.of() : List.of(new CoordinationEvent.Agreed(c.charter()));
        return new Ruling.Granted(agreed, c.orders());
    }

    private static List<String> refused(CoordinationState state, List<Command> orders, Instant now) {
        var against = new ArrayList<String>();
        var run = state.run();
        for (var order : orders) {
            var ruled = RunRules.rule(run, order, now);
            var events = ruled.events();
            if (!events.isEmpty() && events.getFirst() instanceof Event.Refused(var command, var about, var why)) {
                against.add(order instanceof Command.Revise ? why : command + " " + about + ": " + why);
            } else {
                run = ruled.after();
            }
        }
        return against;
    }
}
