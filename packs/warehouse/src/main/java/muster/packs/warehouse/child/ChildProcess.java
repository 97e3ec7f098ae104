package muster.packs.warehouse.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The running process of [ChildProgram].
///
/// @param socket where it listens, in a folder that nobody else can enter
record ChildProcess(Process process, Path socket) {
    /// The statements of a transaction are in the memory of the engine, not of the Java machine around it.
    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "--enable-native-access=ALL-UNNAMED");

    private static final int SECONDS_TO_END = 30;

    /// An exit status above this one is that of a signal.
    private static final int SIGNALS = 128;

    static ChildProcess start(Path file) throws IOException {
        var socket = Files.createTempDirectory("muster-engine").resolve("socket");
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ChildProgram.class.getName(),
                socket.toString(),
                file.toAbsolutePath().toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var started = new ChildProcess(process, socket);
        // Its first line says that it listens; the stream stays open, so that it can go on writing.
        if (process.inputReader(StandardCharsets.UTF_8).readLine() == null) {
            started.awaitEnd();
            throw new IOException(started.end());
        }
        return started;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /// How it ended, in words.
    String end() {
        awaitEnd();
        int status = process.exitValue();
        return status > SIGNALS
                ? "the process of the engine was ended by signal " + (status - SIGNALS)
                : "the process of the engine ended with status " + status;
    }

    /// Waits until it has ended, and ends it if it does not.
    void awaitEnd() {
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(java.util.Objects.requireNonNull(socket.getParent()));
        } catch (IOException e) {
            // An empty folder for temporary files stays.
        }
    }
}
