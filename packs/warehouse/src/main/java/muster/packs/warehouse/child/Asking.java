package muster.packs.warehouse.child;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One connection to the process, from this side. What is asked is carried out to its end even if the asking
/// thread is interrupted: an interruption in the middle would close the connection, and end the transaction
/// with it.
final class Asking {
    private final Wire wire;
    private final ChildProcess process;
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    Asking(Wire wire, ChildProcess process) {
        this.wire = wire;
        this.process = process;
    }

    Wire wire() {
        return wire;
    }

    /// What is said on the wire.
    @FunctionalInterface
    interface Saying<T> {
        T on(Wire wire) throws IOException, SQLException;
    }

    /// The process answers when it has opened the file.
    void greet(Runnable closed) throws SQLException {
        try {
            say("opening the file", Wire::answer);
        } catch (SQLException e) {
            close();
            closed.run();
            throw e;
        }
    }

    void tell(byte word, String sql) throws SQLException {
        say(sql, wire -> {
            wire.send(word, sql);
            return wire.answer();
        });
    }

    /// @param what for the message, if the process ends meanwhile
    <T> T say(String what, Saying<T> saying) throws SQLException {
        try {
            return uninterrupted(line.submit(() -> saying.on(wire)));
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failure -> throw failure;
                case IOException broken ->
                    throw new SQLException(
                            "%s while it worked on: %s; what was not committed is taken back. Maybe make the call again"
                                    .formatted(
                                            process.end(),
                                            what.lines().findFirst().orElse("a transaction")),
                            broken);
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static <T> T uninterrupted(Future<T> answer) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void close() {
        try {
            wire.close();
        } catch (IOException e) {
            // It was closed.
        }
        line.shutdown();
    }
}
