package muster.sandbox;

/// How far the operator, the person who runs Muster, trusts what is audited. It is told on the command line or by
/// the program that embeds Muster; nothing in the audited folder (plan file, configuration, `.git/config`, rc
/// files) can raise it.
public enum Trust {
    /// Nothing of the project is ever executed; it is only read, by our own code and by parsers.
    STATIC,
    /// The project's scripts and the plan's commands are executed in the sandbox alone, on a copy.
    SANDBOXED,
    /// As `SANDBOXED`, and the operator vouches for the plan: commands that it gives for this machine may run
    /// outside the sandbox. Scripts of the project still run in the sandbox alone.
    OPERATOR;

    /// Why nothing is executed, for evidence that says so.
    public static final String NOTHING_RUNS = "trust is static: nothing of the project is executed";

    /// True if something of the project may be executed, in the sandbox.
    public boolean executes() {
        return this != STATIC;
    }

    /// True if the plan's own commands may see and change this machine.
    public boolean reachesHost() {
        return this == OPERATOR;
    }
}
