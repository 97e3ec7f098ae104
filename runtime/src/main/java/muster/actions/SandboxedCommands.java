package muster.actions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.run.ActionResult;
import muster.sandbox.Brought;
import muster.sandbox.Exhausted;
import muster.sandbox.Limits;
import muster.sandbox.Sandbox;
import muster.sandbox.SandboxCommand;
import muster.sandbox.SandboxResult;

/// Runs commands in the sandbox, on a copy of the workspace: no network, no environment, limits. Of what they
/// change nothing stays but the step's deliverables, which are put into the workspace once the command has ended
/// with 0; so one that fails leaves nothing behind.
///
/// @param directory the workspace
/// @param redact takes secrets out of what it printed
public record SandboxedCommands(Sandbox sandbox, Path directory, UnaryOperator<String> redact)
        implements Performer<Action.Command> {

    /// Memory of all processes, and of each its address space.
    private static final long MEMORY = 4L << 30;

    /// Of any file it writes; deliverables are limited below that anyway.
    private static final long FILE = 256L << 20;

    /// The copy lies in memory.
    private static final long PROJECT = 256L << 20;

    private static final long DISK = 512L << 20;

    @Override
    public ActionResult perform(Action.Command action, Assignment assignment) throws InterruptedException {
        var folder = new Worktrees(directory).of(action);
        if (!Files.isDirectory(folder)) {
            return new ActionResult.Failed("the worktree of " + action.place() + " is not there");
        }
        var wall = Objects.requireNonNullElse(action.timeout(), CommandPerformer.USUAL);
        var limits = new Limits(wall, wall, MEMORY, 512, FILE, PROJECT, DISK, 1024);
        var bring = assignment.step().terms().deliverables();
        return switch (sandbox.run(new SandboxCommand(argv(action, assignment), folder, List.of(), limits, bring))) {
            case SandboxResult.Finished finished -> finished(finished, folder);
            case SandboxResult.TimedOut _ -> new ActionResult.Failed("took longer than " + wall);
            case SandboxResult.NotAvailable(var why) -> new ActionResult.Failed("there is no sandbox: " + why);
        };
    }

    /// The sandbox has no environment, so it is given by a command.
    private static List<String> argv(Action.Command action, Assignment assignment) {
        var argv = new ArrayList<>(List.of("/usr/bin/env"));
        Processes.told(assignment).forEach((name, value) -> argv.add(name + "=" + value));
        argv.addAll(action.argv());
        return argv;
    }

    private ActionResult finished(SandboxResult.Finished finished, Path folder) {
        var capture = new Capture(redact);
        if (finished.exit() != 0) {
            return new ActionResult.Failed(
                    "exit status " + finished.exit() + reached(finished) + ": " + capture.text(finished.stderr()));
        }
        if (finished.exhausted().contains(Exhausted.BROUGHT)) {
            return new ActionResult.Failed("its deliverables have more than " + SandboxCommand.MOST_BROUGHT
                    + " bytes, which is the most that leaves the sandbox; Maybe let the operator trust it");
        }
        try {
            var outputs = capture.outputs(finished.stdout(), finished.stderr());
            outputs.putAll(placed(finished.brought(), folder));
            return new ActionResult.Succeeded(outputs);
        } catch (IOException e) {
            return new ActionResult.Failed("a deliverable cannot be put into the workspace: " + e.getMessage());
        }
    }

    private static String reached(SandboxResult.Finished finished) {
        return finished.exhausted().isEmpty() ? "" : ", limits reached: " + finished.exhausted();
    }

    private static SortedMap<String, String> placed(List<Brought> files, Path folder) throws IOException {
        for (var file : files) {
            place(file, folder);
        }
        return files.isEmpty()
                ? new TreeMap<>()
                : new TreeMap<>(java.util.Map.of("delivered", Integer.toString(files.size())));
    }

    /// The path is what the command made of it, so it is looked at again; links of the workspace are not followed out.
    private static void place(Brought file, Path folder) throws IOException {
        var root = folder.toRealPath();
        var target = root.resolve(file.path()).normalize();
        var parent = Objects.requireNonNull(target.getParent());
        if (!target.startsWith(root) || target.startsWith(root.resolve(".muster")) || target.equals(root)) {
            throw new IOException(file.path() + " leads out of the workspace");
        }
        Files.createDirectories(parent);
        if (!parent.toRealPath().startsWith(root)) {
            throw new IOException(file.path() + " leads out of the workspace by a link");
        }
        var draft = Files.createTempFile(parent, ".muster-", ".tmp");
        try {
            var bytes = new byte[file.content().remaining()];
            file.content().duplicate().get(bytes);
            Files.write(draft, bytes);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
