package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Offers work.
@Command(
        name = "offer",
        mixinStandardHelpOptions = true,
        description = "Offers what FILE describes; files among the deliverables are hashed.")
final class HandOffOfferCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "FILE.yaml", description = "the hand-off in the template's form")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    HandOffOfferCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        var note = Files.readString(file);
        return desk.ask(
                console,
                Route.HANDOFF_OFFER,
                fields -> fields.put("file", file.toString()).put("note", note));
    }
}
