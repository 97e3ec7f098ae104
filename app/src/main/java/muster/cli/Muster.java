package muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import muster.desk.WrongField;
import muster.storage.JournalUnavailable;
import muster.storage.UnreadableEntry;
import muster.wiring.Audit;
import muster.wiring.UnreadableInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Entry point of the command line. Data go to standard output, everything else to standard error; `--json`
/// documents name their schema; exit codes are those of [Exit].
@Command(
        name = "muster",
        mixinStandardHelpOptions = true,
        version = Muster.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        description = "Audits, decides, plans, schedules and runs the plans of a team of agents.")
public final class Muster implements Runnable {

    static final String VERSION = "muster " + Audit.VERSION;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println(VERSION);
            return;
        }
        var asked = args.length == 0 ? "" : args[0];
        System.exit(ended(args, asked));
    }

    /// Not even an Error, such as a class that is gone because the program was rebuilt meanwhile, shows a stack trace.
    private static int ended(String[] args, String asked) {
        var console = Console.ofProcess();
        try {
            return commandLine(console, asked).execute(args);
        } catch (OutOfMemoryError full) {
            return console.refuse(Exit.UNAVAILABLE, "there is not enough memory: " + full.getMessage())
                    .code();
        } catch (Throwable bug) {
            return explain(bug, console).code();
        }
    }

    /// The whole command line, for a process or a test.
    public static CommandLine commandLine() {
        return commandLine(Console.ofProcess());
    }

    static CommandLine commandLine(Console console) {
        return commandLine(console, "");
    }

    static CommandLine commandLine(Console console, String asked) {
        var root = new CommandLine(new Muster());
        new Commands(console).addTo(root, asked);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        Typed.all(root);
        root.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setParameterExceptionHandler(
                (wrong, arguments) -> usage(wrong, console).code());
        root.setExecutionExceptionHandler(
                (problem, line, parsed) -> explain(problem, console).code());
        return root;
    }

    /// What is wrong in one line, a name that is like the one that is not known, and where the options are told.
    private static Exit usage(ParameterException wrong, Console console) {
        var line = wrong.getCommandLine();
        console.refuse(Exit.USAGE, String.valueOf(wrong.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
        console.say("Maybe see: " + line.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    /// No stack trace reaches the user: it goes into a file that the one line names.
    static Exit explain(Throwable problem, Console console) {
        return switch (problem) {
            case NoSuchFileException missing -> console.refuse(Exit.NOT_FOUND, missing.getFile() + " is not there");
            case WrongField wrong -> console.refuse(Exit.USAGE, String.valueOf(wrong.getMessage()));
            case UnreadableInput wrong -> console.refuse(wrong.problems());
            case IOException broken -> console.refuse(Exit.UNAVAILABLE, words(broken));
            case UncheckedIOException broken -> explain(Objects.requireNonNull(broken.getCause()), console);
            case UnreadableEntry strange ->
                console.refuse(
                        Exit.UNAVAILABLE,
                        "the journal cannot be read: " + strange.getMessage()
                                + "\nMaybe see how far it holds: muster log verify");
            case JournalUnavailable unreadable ->
                console.refuse(Exit.UNAVAILABLE, String.valueOf(unreadable.getMessage()));
            case InterruptedException stopped ->
                console.refuse(Exit.TRY_AGAIN, "interrupted; run the same command again to go on");
            case Throwable bug -> console.refuse(Exit.BUG, "a mistake of ours: " + bug + traceFile(bug));
        };
    }

    /// The system's own message of some refusals is nothing but the name of the file.
    private static String words(IOException broken) {
        return switch (broken) {
            case AccessDeniedException closed ->
                closed.getFile() + ": it may not be read or written\nMaybe look at its permissions";
            case FileSystemException file ->
                file.getFile() + ": " + (file.getReason() == null ? "it cannot be used so" : file.getReason());
            case IOException other -> String.valueOf(other.getMessage());
        };
    }

    private static String traceFile(Throwable bug) {
        var trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        try {
            var file = Files.createTempFile("muster-error-", ".txt");
            Files.writeString(file, trace.toString());
            return "\nMaybe send us " + file;
        } catch (IOException unwritable) {
            return "";
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
