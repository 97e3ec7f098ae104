package muster.probes.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import muster.plan.HostProbe.Protocol;

/// Local ports that something listens on, as the kernel lists them. Source of the format: proc(5), `/proc/net/tcp`.
///
/// @param whyNot why the list is not known, empty if it is
record Sockets(List<Listening> listening, String whyNot) {
    static final Map<String, Protocol> FILES = Map.of(
            "/proc/net/tcp", Protocol.TCP,
            "/proc/net/tcp6", Protocol.TCP,
            "/proc/net/udp", Protocol.UDP,
            "/proc/net/udp6", Protocol.UDP);

    private static final int ADDRESS = 1;
    private static final int STATE = 3;

    Sockets {
        listening = List.copyOf(listening);
    }

    record Listening(Protocol protocol, int port, String address) {}

    static Sockets read() {
        var all = new ArrayList<Listening>();
        try {
            for (var file : FILES.entrySet()) {
                all.addAll(read(Path.of(file.getKey()), file.getValue()));
            }
            return new Sockets(all, "");
        } catch (IOException e) {
            return new Sockets(List.of(), "the kernel does not list the ports here: " + e.getMessage());
        }
    }

    /// A kernel without IPv6 lacks two of the files.
    private static List<Listening> read(Path file, Protocol protocol) throws IOException {
        try {
            return parse(Files.readAllLines(file), protocol);
        } catch (NoSuchFileException e) {
            if (file.toString().endsWith("6")) {
                return List.of();
            }
            throw e;
        }
    }

    static List<Listening> parse(List<String> lines, Protocol protocol) throws IOException {
        var found = new ArrayList<Listening>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var fields = new StringTokenizer(line);
            var local = field(fields, ADDRESS);
            if (field(fields, STATE - ADDRESS - 1).equals(waiting(protocol))) {
                var colon = local.indexOf(':');
                var port = Integer.parseInt(local.substring(colon + 1), 16);
                found.add(new Listening(protocol, port, address(local.substring(0, colon))));
            }
        }
        return found;
    }

    /// The field after the given number of others, empty if there is none.
    private static String field(StringTokenizer fields, int skipped) {
        for (int i = 0; i < skipped && fields.hasMoreTokens(); i++) {
            fields.nextToken();
        }
        return fields.hasMoreTokens() ? fields.nextToken() : "";
    }

    /// TCP listens, UDP is not connected. Source: `include/net/tcp_states.h` of Linux.
    private static String waiting(Protocol protocol) {
        return switch (protocol) {
            case TCP -> "0A";
            case UDP -> "07";
        };
    }

    /// Each group of four bytes stands in the order of the processor.
    private static String address(String hex) throws IOException {
        var bytes = HexFormat.of().parseHex(hex);
        var inOrder = bytes.clone();
        if (java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN) {
            for (int i = 0; i < bytes.length; i++) {
                inOrder[i] = bytes[(i & ~3) + 3 - (i & 3)];
            }
        }
        return InetAddress.getByAddress(inOrder).getHostAddress();
    }
}
