package muster.packs.warehouse.child;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Reserve;
import muster.packs.warehouse.sql.WarehouseAccess;
import org.jspecify.annotations.Nullable;

/// A DuckDB file that a process of its own opens. It is started with the first connection and ends with the
/// last one.
///
/// If it ends before, for instance because a join of 600 tables overflows the stack of the engine's native
/// code, each statement fails and says so: what was not committed is taken back, and the next connection
/// starts another process.
public final class ChildDuckDb implements WarehouseAccess {
    private final Path file;
    private @Nullable ChildProcess process;
    private int connections;

    public ChildDuckDb(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Connection open() throws SQLException {
        try {
            var running = process;
            if (running == null || !running.isAlive()) {
                running = ChildProcess.start(file);
                process = running;
                connections = 0;
            }
            var wire = Wire.over(SocketChannel.open(UnixDomainSocketAddress.of(running.socket())));
            connections++;
            var asking = new Asking(wire, running);
            asking.greet(this::closed);
            return ChildConnection.over(asking, this::closed);
        } catch (IOException e) {
            throw new SQLException("the process of the engine cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public Reserve reserve() {
        return new DuckDbFile(file).reserve();
    }

    /// The number of the process, while there is one.
    public synchronized @Nullable Long pid() {
        return process == null || !process.isAlive() ? null : process.pid();
    }

    /// With the last connection the process ends, so that the file is free when this returns.
    private synchronized void closed() {
        connections--;
        if (connections == 0 && process != null) {
            process.awaitEnd();
            process = null;
        }
    }
}
