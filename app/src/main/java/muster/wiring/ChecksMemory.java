package muster.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.audit.InputDigest;
import muster.audit.ProbeResult;
import muster.json.Sha256;
import muster.plan.HostProbe;
import muster.plan.Need;
import muster.plan.Presence;
import muster.probes.host.FileStamp;
import muster.sandbox.Trust;
import org.jspecify.annotations.Nullable;

/// What the last run of a list of checks found, kept beside the workspace as lines of fields between tabs. It is read
/// only while the list, the folder and the trust are the same; anything unreadable counts as no memory.
final class ChecksMemory {
    private static final String VERSION = "muster.checks-memory/1";
    private static final int FIELDS = 10;

    private final Path file;
    private final String about;

    /// @param folder where Muster keeps its own files
    ChecksMemory(Path folder, Path checks, Trust trust) {
        var list = FileStamp.input(checks.toAbsolutePath());
        about = VERSION + "\t" + trust + "\t" + list.sha256();
        file = folder.resolve("checks-" + Sha256.of(list.input()).substring(0, 16) + ".tsv");
    }

    /// One outcome.
    ///
    /// @param port the probe itself if it is of a port, which costs less to look at than to remember
    /// @param inputs empty if nothing tells that the outcome would be the same
    record Row(
            String id,
            String target,
            String kind,
            ProbeResult result,
            Need need,
            CheckLine.Met met,
            String summary,
            Instant at,
            HostProbe.@Nullable Port port,
            List<InputDigest> inputs) {
        Row {
            inputs = List.copyOf(inputs);
        }
    }

    /// The rows in the order of the list, or null if there are none that count.
    @Nullable
    List<Row> read() throws IOException {
        try {
            var lines = Files.readString(file).strip().split("\n", -1);
            return lines[0].equals(about) ? rows(lines) : null;
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return null;
        }
    }

    private static List<Row> rows(String[] lines) {
        var rows = new ArrayList<Row>(lines.length);
        for (int i = 1; i < lines.length; i++) {
            rows.add(row(lines[i].split("\t", -1)));
        }
        return rows;
    }

    void write(List<Row> rows) throws IOException {
        var text = new StringBuilder(about).append('\n');
        rows.forEach(row -> append(text, row));
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(draft, text.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static void append(StringBuilder text, Row row) {
        text.append(row.id()).append('\t');
        text.append(plain(row.target())).append('\t');
        text.append(row.kind()).append('\t');
        text.append(row.result()).append('\t');
        text.append(row.need()).append('\t');
        text.append(row.met()).append('\t');
        text.append(plain(row.summary())).append('\t');
        text.append(row.at().toEpochMilli()).append('\t');
        text.append(port(row.port())).append('\t');
        text.append(row.inputs().size());
        row.inputs()
                .forEach(input -> text.append('\t')
                        .append(plain(input.input()))
                        .append('\t')
                        .append(input.sha256()));
        text.append('\n');
    }

    private static Row row(String[] fields) {
        if (fields.length < FIELDS || fields.length != FIELDS + 2 * Integer.parseInt(fields[9])) {
            throw new IllegalArgumentException("a line has another number of fields");
        }
        var inputs = new ArrayList<InputDigest>();
        for (int i = FIELDS; i < fields.length; i += 2) {
            inputs.add(new InputDigest(written(fields[i]), fields[i + 1]));
        }
        return new Row(
                fields[0],
                written(fields[1]),
                fields[2],
                ProbeResult.valueOf(fields[3]),
                Need.valueOf(fields[4]),
                CheckLine.Met.valueOf(fields[5]),
                written(fields[6]),
                Instant.ofEpochMilli(Long.parseLong(fields[7])),
                port(fields[8]),
                inputs);
    }

    private static String port(HostProbe.@Nullable Port port) {
        return port == null
                ? ""
                : port.port() + " " + port.protocol() + " " + port.state() + " "
                        + (port.address() == null ? "" : port.address());
    }

    private static HostProbe.@Nullable Port port(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var parts = text.split(" ", -1);
        return new HostProbe.Port(
                Integer.parseInt(parts[0]),
                HostProbe.Protocol.valueOf(parts[1]),
                Presence.valueOf(parts[2]),
                parts[3].isEmpty() ? null : parts[3]);
    }

    /// Tabs and newlines part the fields.
    private static String plain(String text) {
        return text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\\') < 0
                ? text
                : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String written(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            boolean marked = letter == '\\' && i + 1 < text.length();
            plain.append(marked ? unmarked(text.charAt(++i)) : letter);
        }
        return plain.toString();
    }

    private static char unmarked(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> letter;
        };
    }
}
