package muster.storage;

import muster.coordination.CoordinationCommand;
import muster.run.Command;

/// What a run can be told: a command for the run itself, or one for its team.
public sealed interface Word {

    /// For the run.
    record ToRun(Command command) implements Word {}

    /// For its team, whose rules may lead to commands for the run.
    record ToTeam(CoordinationCommand command) implements Word {}
}
