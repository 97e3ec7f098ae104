package muster.probes.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// What stands at a path of another machine.
///
/// @param path absolute
record TheirFile(Inquiry inquiry, String path, FileStamp stamp) implements FileLook {
    private static final Pattern STAMP =
            Pattern.compile("([0-9a-f]{1,8}) (\\d{1,10}) (\\d{1,10}) (\\d{1,18}) (-?\\d{1,18})");
    private static final int HASH = 64;

    /// An output is kept up to the limit, so a text that fills it may be longer.
    private static final int LARGEST_TEXT = Launcher.OUTPUT_LIMIT - 1;

    /// The folder's entries in as few processes as fit; a name is never read.
    private static final String COUNT = "echo $#";

    /// Null if nothing stands there.
    ///
    /// @param ofLink whether a link is looked at and not what it leads to
    /// @throws IOException if that cannot be known
    static @Nullable FileStamp stamp(Inquiry inquiry, String path, boolean ofLink) throws IOException {
        var format = "%f %u %g %s %Y";
        var answer = ofLink
                ? inquiry.of("stat", "-c", format, "--", path)
                : inquiry.of("stat", "-L", "-c", format, "--", path);
        if (answer.saysNotThere()) {
            return null;
        }
        var fields = STAMP.matcher(answer.stdout().strip());
        if (answer.exit() != 0 || !fields.matches()) {
            throw new IOException(answer.complaint());
        }
        var modified = FileTime.from(Instant.ofEpochSecond(Long.parseLong(fields.group(5))));
        return new FileStamp(
                Integer.parseUnsignedInt(fields.group(1), 16),
                Integer.parseUnsignedInt(fields.group(2)),
                Integer.parseUnsignedInt(fields.group(3)),
                Long.parseLong(fields.group(4)),
                0,
                0,
                modified,
                modified);
    }

    @Override
    public FileContent read(FileContent.Part part) throws IOException {
        if (part != FileContent.Part.NOTHING) {
            FileContent.check(path, stamp);
        }
        return switch (part) {
            case NOTHING -> new FileContent(null, null);
            case HASH -> new FileContent(hash(), null);
            case TEXT -> new FileContent(null, text());
            case BOTH -> new FileContent(hash(), text());
        };
    }

    private String hash() throws IOException {
        if (stamp.size() > FileContent.LARGEST_HASHED) {
            throw new FileContent.Unread(
                    "it is larger than " + FileContent.LARGEST_HASHED + " bytes, so it was not hashed");
        }
        // before the hash of a file with a backslash or newline in its name stands a backslash
        var line = inquiry.of("sha256sum", "--", path);
        var from = line.stdout().startsWith("\\") ? 1 : 0;
        if (line.exit() != 0 || line.stdout().length() < from + HASH) {
            throw new IOException(line.complaint());
        }
        return line.stdout().substring(from, from + HASH);
    }

    private String text() throws IOException {
        if (stamp.size() > LARGEST_TEXT) {
            throw tooLarge();
        }
        var answer = inquiry.of("head", "-c", Integer.toString(LARGEST_TEXT + 1), "--", path);
        if (answer.exit() != 0) {
            throw new IOException(answer.complaint());
        }
        return answer.stdout();
    }

    private static FileContent.Unread tooLarge() {
        return new FileContent.Unread("it is larger than " + LARGEST_TEXT + " bytes, so its content was not read");
    }

    @Override
    public long entries() throws IOException {
        var answer = inquiry.of(
                "find", path + "/.", "!", "-name", ".", "-prune", "-exec", "/bin/sh", "-c", COUNT, "sh", "{}", "+");
        if (answer.exit() != 0) {
            throw new IOException(answer.complaint());
        }
        return answer.stdout().lines().mapToLong(Long::parseLong).sum();
    }

    @Override
    public @Nullable String linksTo() throws IOException {
        if (!stamp.isLink()) {
            return null;
        }
        var answer = inquiry.of("readlink", "-n", "--", path);
        if (answer.exit() != 0) {
            throw new IOException(answer.complaint());
        }
        return answer.stdout();
    }

    /// The addresses in what `ip -o addr show` prints, in the form in which those of this machine are shown.
    static List<String> addresses(String text) {
        return text.lines()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length > FIELD && fields[FIELD - 1].startsWith("inet"))
                .map(fields -> fields[FIELD].split("/", 2)[0])
                .map(one -> MachineProbe.withoutScope(InetAddress.ofLiteral(one).getHostAddress()))
                .sorted()
                .toList();
    }

    private static final int FIELD = 3;
}
