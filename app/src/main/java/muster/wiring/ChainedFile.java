package muster.wiring;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.json.Sha256;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.JournalUnavailable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of JSON lines that only grows, each line with the hash of the one before. Lines are written in one go,
/// so that a killed process leaves at most the beginning of them at the end; such a torn end is told when it is
/// read, and cut off, with a record of it, when the next lines are written. Several processes may append.
final class ChainedFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private ChainHead head = ChainHead.NONE;
    private long end;
    private @Nullable Scanned newest;

    private record Scanned(long size, Scan scan) {}

    /// What a new line is made of.
    record Draft(String type, JsonNode body) {}

    /// What stands in the file.
    ///
    /// @param torn bytes at the end that are no whole line
    record Scan(List<ChainedLine> lines, ChainCheck check, long torn) {
        Scan {
            lines = List.copyOf(lines);
        }
    }

    ChainedFile(Path file) {
        this.file = file;
    }

    /// Reads the file; what was read last is taken again if the file is as long as it was.
    synchronized Scan scan() throws IOException {
        if (!Files.exists(file)) {
            return new Scan(List.of(), new ChainCheck.ChainHolds(ChainHead.NONE), 0);
        }
        var size = Files.size(file);
        var known = newest;
        if (known == null || known.size() != size) {
            known = new Scanned(size, scan(Files.readAllBytes(file)));
            newest = known;
        }
        return known.scan();
    }

    private static Scan scan(byte[] bytes) {
        var whole = whole(bytes);
        var lines = new ArrayList<ChainedLine>();
        var last = ChainHead.NONE;
        for (var text :
                new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            var line = ChainedLine.read(text);
            var why = line == null ? "it is no line of a chain" : line.wrong(last);
            if (line == null || why != null) {
                return new Scan(
                        lines,
                        new ChainCheck.ChainBroken(last.sequence() + 1, String.valueOf(why)),
                        bytes.length - whole);
            }
            lines.add(line);
            last = new ChainHead(line.number(), line.sha256());
        }
        return new Scan(lines, new ChainCheck.ChainHolds(last), bytes.length - whole);
    }

    /// Bytes up to the end of the last whole line.
    private static int whole(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /// Adds lines at the end; all or, if the process is killed, as good as none of them.
    ///
    /// @return the new head of the chain
    /// @throws IOException also if the chain is broken: nothing is put on top of what was tampered with
    synchronized ChainHead append(List<Draft> drafts, Durability durability) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = FileChannel.open(file, CREATE, READ, WRITE);
                var _ = channel.lock()) {
            var all = new ArrayList<Draft>();
            catchUp(channel).ifTorn(all);
            all.addAll(drafts);
            write(channel, all);
            if (durability == Durability.POWER_CUT) {
                channel.force(true);
            }
            return head;
        }
    }

    /// What an append survives.
    enum Durability {
        KILL,
        POWER_CUT
    }

    private record Torn(long bytes, String sha256) {
        void ifTorn(List<Draft> drafts) {
            if (bytes > 0) {
                drafts.add(new Draft(
                        "torn", JSON.createObjectNode().put("bytes", bytes).put("sha256", sha256)));
            }
        }
    }

    /// Finds the head again if somebody else has written since, and cuts off a torn end.
    private Torn catchUp(FileChannel channel) throws IOException {
        if (channel.size() == end) {
            return new Torn(0, "");
        }
        var scan = scan();
        head = switch (scan.check()) {
            case ChainCheck.ChainHolds(var found) -> found;
            case ChainCheck.ChainBroken(var at, var why) ->
                throw new JournalUnavailable(file + " is broken at line " + at, new IOException(why));
        };
        var whole = channel.size() - scan.torn();
        var torn = ByteBuffer.allocate((int) scan.torn());
        channel.read(torn, whole);
        channel.truncate(whole);
        end = whole;
        return new Torn(scan.torn(), Sha256.of(torn.array()));
    }

    private void write(FileChannel channel, List<Draft> drafts) throws IOException {
        var text = new StringBuilder();
        var next = head;
        for (var draft : drafts) {
            var line = ChainedLine.after(next, draft.type(), draft.body());
            text.append(line.text()).append('\n');
            next = new ChainHead(line.number(), line.sha256());
        }
        var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        var at = end;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        end = at;
        head = next;
        newest = null;
    }
}
