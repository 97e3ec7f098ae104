package muster.rehearsal;

import java.time.Instant;
import java.util.List;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunState;

/// What is rehearsed: `RunRules::decide`, or rules with a bug planted in them.
public interface Rules {
    /// What the command leads to.
    List<Event> decide(RunState state, Command command, Instant now);
}
