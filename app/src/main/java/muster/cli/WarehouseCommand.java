package muster.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The group of commands about the warehouse.
@Command(name = "warehouse", mixinStandardHelpOptions = true, description = "The warehouse of a workspace.")
final class WarehouseCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? inventory, audit, " + String.join(", ", WarehouseActionCommand.ACTIONS));
    }
}
