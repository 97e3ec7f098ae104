package muster.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The group of commands that pass work on.
@Command(name = "handoff", mixinStandardHelpOptions = true, description = "Passes work from one agent to another.")
final class HandOffCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? offer, accept, reject, list or show");
    }
}
