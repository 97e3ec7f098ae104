package muster.restate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import muster.engines.JournalDispatch;
import muster.engines.SystemClock;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;

/// A worker as a process of its own, to be killed.
final class WorkerProcess {
    private WorkerProcess() {}

    static void main(String[] arguments) throws Exception {
        var clock = new SystemClock();
        try (var journal = PostgresJournal.open(PostgresAddress.of(arguments[0]), System.getenv());
                var runs = new JournalDispatch(journal, clock);
                var _ = RestateWorker.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
                        "cluster",
                        runs,
                        clock)) {
            IO.println("ready");
            System.in.read();
        }
    }

    /// Starts one and waits until it listens.
    static Process start(String store, int port, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                store,
                Integer.toString(port));
        builder.environment().putAll(environment);
        var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (!"ready".equals(process.inputReader().readLine())) {
            throw new IllegalStateException("the worker did not start");
        }
        return process;
    }
}
