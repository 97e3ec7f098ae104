package muster.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import muster.run.Recorded;
import org.jspecify.annotations.Nullable;

/// A snapshot in bytes: a line that names the format and its version, the run as a whole with its team as JSON, then
/// its steps and facts in the form of [CompactOut], then a checksum (CRC-32C, Castagnoli 1993) of all before it in four
/// bytes, the highest first.
final class SnapshotBytes {
    /// A change of anything below, or of what it is made of, takes a new version; others are passed over. Versions 1
    /// and 2 were lines of JSON.
    static final int VERSION = 6;

    /// Room for the format and any version.
    static final int LONGEST_LINE = 32;

    private static final String FORMAT = "muster snapshot ";
    private static final byte[] FIRST_LINE = (FORMAT + VERSION + "\n").getBytes(StandardCharsets.US_ASCII);

    private SnapshotBytes() {}

    static void write(Snapshot snapshot, OutputStream to) throws IOException {
        var checked = new CheckedOutputStream(to, new CRC32C());
        checked.write(FIRST_LINE);
        var out = new CompactOut(checked);
        out.text(head(snapshot).text());
        new StateOut(out).write(snapshot.state());
        out.flush();
        var checksum = (int) checked.getChecksum().getValue();
        to.write(ByteBuffer.allocate(Integer.BYTES).putInt(checksum).array());
    }

    private static JsonOut head(Snapshot snapshot) {
        var state = snapshot.state();
        var last = snapshot.last();
        return JsonOut.empty()
                .put("run", state.plan().id())
                .put("status", state.status())
                .put("version", state.version())
                .put("fence", state.fence())
                .put("latest", snapshot.latest())
                .put(
                        "last",
                        JsonOut.empty()
                                .put("command", last.command())
                                .put("at", last.at())
                                .put("event", EventWriter.text(last.event())))
                .put("whole", WholeJson.out(state))
                .putIfAny("team", team(snapshot));
    }

    private static @Nullable JsonOut team(Snapshot snapshot) {
        var team = snapshot.team();
        return team == null ? null : TeamStateJson.out(team);
    }

    /// Null if it is of another version or something in it is later than an instant.
    ///
    /// @throws UnreadableEntry if it is damaged
    static @Nullable Snapshot read(byte[] bytes, Instant until) {
        int end = bytes.length - Integer.BYTES;
        int begin = FIRST_LINE.length;
        if (isOfAnotherVersion(bytes)) {
            return null;
        }
        if (end < begin || !Arrays.equals(bytes, 0, begin, FIRST_LINE, 0, begin)) {
            throw new UnreadableEntry("not a snapshot");
        }
        var checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        if ((int) checksum.getValue() != ByteBuffer.wrap(bytes).getInt(end)) {
            throw new UnreadableEntry("the checksum is wrong");
        }
        try {
            return snapshot(new CompactIn(bytes, begin, end), until);
        } catch (RuntimeException e) { // whatever is wrong with it, the journal is not
            throw new UnreadableEntry("no snapshot: " + e.getMessage());
        }
    }

    /// True for what an older or newer Muster has kept.
    static boolean isOfAnotherVersion(byte[] bytes) {
        var begin = new String(bytes, 0, Math.min(bytes.length, LONGEST_LINE), StandardCharsets.ISO_8859_1);
        return begin.startsWith("{") || (begin.startsWith(FORMAT) && !begin.startsWith(FORMAT + VERSION + "\n"));
    }

    private static @Nullable Snapshot snapshot(CompactIn in, Instant until) {
        var head = JsonIn.parse(in.text());
        var latest = head.instant("latest");
        if (latest.isAfter(until)) {
            return null;
        }
        var state = new StateIn(in).read(head);
        if (!in.isAtEnd()) {
            throw new UnreadableEntry("more than a snapshot");
        }
        var last = head.object("last");
        var recorded = new Recorded(
                state.plan().id(),
                state.version(),
                last.text("command"),
                last.instant("at"),
                EventReader.event(last.text("event")));
        var team = head.objectOrNull("team");
        return new Snapshot(state, recorded, latest, team == null ? null : TeamStateJson.in(team, state));
    }
}
