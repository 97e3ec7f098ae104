package muster.packs.warehouse.child;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import muster.packs.warehouse.sql.DuckDbFile;

/// The program of the process that opens the file: `SOCKET FILE`. It ends with its last connection, or when
/// its standard input ends because whoever started it is gone.
public final class ChildProgram {
    private static final String READY = "ready";

    private final DuckDbFile file;
    private final AtomicInteger connections = new AtomicInteger();

    private ChildProgram(DuckDbFile file) {
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException {
        var program = new ChildProgram(new DuckDbFile(Path.of(arguments[1])));
        Thread.ofPlatform().daemon().start(ChildProgram::endWithStarter);
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(arguments[0]));
            System.out.println(READY);
            while (true) {
                var wire = Wire.over(server.accept());
                program.connections.incrementAndGet();
                Thread.ofPlatform().start(() -> program.serve(wire));
            }
        }
    }

    private static void endWithStarter() {
        try {
            while (System.in.read() >= 0) {
                // What is said there means nothing.
            }
        } catch (IOException e) {
            // It is gone as well.
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve(Wire wire) {
        try (wire) {
            serveOn(wire);
        } catch (IOException e) {
            // The other side is gone; its transaction ended with the connection.
        }
        if (connections.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void serveOn(Wire wire) throws IOException {
        try (var connection = file.open();
                var statement = connection.createStatement()) {
            wire.done();
            while (true) {
                answer(wire, connection, statement);
            }
        } catch (EOFException e) {
            // The connection was closed.
        } catch (SQLException e) {
            wire.failed(e);
        }
    }

    private static void answer(Wire wire, Connection connection, Statement statement) throws IOException {
        var word = wire.in().readByte();
        var text = Objects.requireNonNullElse(wire.text(), "");
        try {
            switch (word) {
                case Wire.EXECUTE -> statement.execute(text);
                case Wire.QUERY -> rows(wire, statement, text);
                case Wire.BEGIN -> connection.setAutoCommit(false);
                case Wire.AUTO_COMMIT -> connection.setAutoCommit(true);
                case Wire.COMMIT -> connection.commit();
                case Wire.ROLL_BACK -> connection.rollback();
                default -> throw new SQLException("no word " + word);
            }
        } catch (SQLException e) {
            wire.failed(e);
            return;
        }
        wire.done();
    }

    private static void rows(Wire wire, Statement statement, String sql) throws IOException, SQLException {
        try (var result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            wire.out().writeByte(Wire.ROW);
            wire.out().writeInt(columns);
            while (result.next()) {
                wire.out().writeByte(Wire.ROW);
                for (int column = 1; column <= columns; column++) {
                    wire.text(result.getString(column));
                }
            }
        }
    }
}
