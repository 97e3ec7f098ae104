package muster.targets;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What a command printed into a stream that it shares with others: everything before a mark that nobody can
/// guess.
///
/// @param text the beginning of it, as UTF-8
/// @param rest what stands after the mark on its line
record Frame(String text, String rest) {
    private static final int CHUNK = 8_192;

    /// The stream ended before the mark.
    static final class Ended extends EOFException {
        private static final long serialVersionUID = 1;
        private final String text;

        Ended(String text) {
            super("the stream ended");
            this.text = text;
        }

        /// What was printed before.
        String text() {
            return text;
        }
    }

    /// Reads to the end of the mark's line.
    ///
    /// @param limit bytes kept; more are read and dropped, so that the command does not hang
    /// @throws Ended if the stream ends before
    static Frame read(InputStream in, String mark, int limit) throws IOException {
        var kept = new ByteArrayOutputStream();
        var wanted = mark.getBytes(StandardCharsets.US_ASCII);
        var window = new byte[CHUNK + wanted.length];
        int filled = 0;
        int at = -1;
        while (at < 0) {
            int more = in.read(window, filled, window.length - filled);
            if (more < 0) {
                kept.write(window, 0, filled);
                throw new Ended(kept.toString(StandardCharsets.UTF_8));
            }
            filled += more;
            at = find(window, filled, wanted);
            int sure = at >= 0 ? at : Math.max(0, filled - wanted.length + 1);
            kept.write(window, 0, Math.min(sure, Math.max(0, limit - kept.size())));
            System.arraycopy(window, sure, window, 0, filled - sure);
            filled -= sure;
        }
        var line = new String(window, 0, filled, StandardCharsets.US_ASCII);
        while (line.indexOf('\n') < 0) {
            line += (char) one(in);
        }
        return new Frame(kept.toString(StandardCharsets.UTF_8), line.substring(mark.length(), line.indexOf('\n')));
    }

    private static int one(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private static int find(byte[] window, int filled, byte[] wanted) {
        for (int i = 0; i + wanted.length <= filled; i++) {
            if (window[i] == wanted[0]
                    && java.util.Arrays.equals(window, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
