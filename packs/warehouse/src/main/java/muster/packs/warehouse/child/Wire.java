package muster.packs.warehouse.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the two processes say to each other on one connection. A request is a word and a text; its answer is
/// [#DONE], or [#ROW] with the values of each row and [#DONE] at the end, or [#FAILED] with a message and an
/// SQL state.
///
/// A text is its length in bytes (-1: none), 4 bytes, and UTF-8.
record Wire(SocketChannel channel, DataInputStream in, DataOutputStream out) implements AutoCloseable {
    static final byte EXECUTE = 1;
    static final byte QUERY = 2;
    static final byte BEGIN = 3;
    static final byte COMMIT = 4;
    static final byte ROLL_BACK = 5;
    static final byte AUTO_COMMIT = 6;

    static final byte DONE = 10;
    static final byte ROW = 11;
    static final byte FAILED = 12;

    static Wire over(SocketChannel channel) {
        return new Wire(
                channel,
                new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel))),
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel))));
    }

    void send(byte word, String text) throws IOException {
        out.writeByte(word);
        text(text);
        out.flush();
    }

    void done() throws IOException {
        out.writeByte(DONE);
        out.flush();
    }

    void failed(SQLException why) throws IOException {
        out.writeByte(FAILED);
        text(why.getMessage());
        text(why.getSQLState());
        out.flush();
    }

    /// The word of the next answer; a failure is thrown.
    byte answer() throws IOException, SQLException {
        var word = in.readByte();
        if (word == FAILED) {
            throw new SQLException(text(), text());
        }
        return word;
    }

    void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Nullable
    String text() throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
