package muster.sandbox;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first process inside a sandbox: what it is told, and its last word, which only it can sign.
///
/// @param nonce known to it and to us alone; the command, another user's work to it, cannot read its memory
record Watcher(SandboxCommand command, String nonce) {
    static final String PYTHON = "/usr/bin/python3";
    private static final String SOURCE = "watch.py";
    private static final int LENGTH_DIGITS = 10;
    private static final int NOT_FILLED = 3;
    private static final int NO_ROOM = 4;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Watcher of(SandboxCommand command) {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new Watcher(command, HexFormat.of().formatHex(bytes));
    }

    /// What starts it, as the first process of a space of processes.
    static List<String> argv() {
        return List.of(PYTHON, "-I", "-S", "-B", "-c", Bundled.text(Watcher.class, SOURCE));
    }

    /// Writes what it is to do, then the project.
    void instruct(ProjectFeed project, OutputStream stream) throws IOException {
        var order = MAPPER.createObjectNode().put("nonce", nonce);
        command.argv().forEach(order.putArray("argv")::add);
        command.bring().forEach(order.putArray("bring")::add);
        order.put("most", SandboxCommand.MOST_BROUGHT);
        var limits = command.limits();
        order.putObject("limits")
                .put("cpu", Math.max(1, limits.cpu().toSeconds()))
                .put("memory", limits.memoryBytes())
                .put("resident", limits.memoryBytes())
                .put("processes", limits.processes())
                .put("file", limits.fileBytes())
                .put("files", limits.openFiles())
                .put("wall", limits.wall().toMillis() / 1000.0);
        var out = new DataOutputStream(stream);
        var bytes = MAPPER.writeValueAsBytes(order);
        out.writeInt(bytes.length);
        out.write(bytes);
        project.into(out);
    }

    /// What has happened, by its last word.
    SandboxResult result(Launched.Ended ended) {
        var text = ended.stdout();
        var word = word(text);
        if (word == null || ended.exit() != 0) {
            return unsigned(ended);
        }
        var printed = text.substring(0, text.length() - word.length() - nonce.length() - LENGTH_DIGITS);
        return said(MAPPER.readTree(word), new Launched.Ended(0, printed, ended.stderr(), ended.took()));
    }

    private SandboxResult said(JsonNode word, Launched.Ended ended) {
        var took = Duration.ofNanos(word.path("micros").asLong(0) * 1000);
        var how = word.path("end").asString("");
        if (how.equals("wall")) {
            return new SandboxResult.TimedOut(took);
        }
        var exhausted = EnumSet.noneOf(Exhausted.class);
        if (how.equals("cpu")) {
            exhausted.add(Exhausted.CPU);
        }
        if (how.equals("memory")) {
            exhausted.add(Exhausted.MEMORY);
        }
        if (word.path("full").asBoolean(false)) {
            exhausted.add(Exhausted.DISK);
        }
        if (word.path("heavy").asBoolean(false)) {
            exhausted.add(Exhausted.BROUGHT);
        }
        if (how.equals("output")
                || ended.stdout().contains(Output.CUT)
                || ended.stderr().contains(Output.CUT)) {
            exhausted.add(Exhausted.OUTPUT);
        }
        return new SandboxResult.Finished(
                word.path("exit").asInt(1),
                ended.stdout(),
                ended.stderr(),
                took,
                changed(word),
                exhausted,
                brought(word));
    }

    private static List<Brought> brought(JsonNode word) {
        return word.path("brought")
                .valueStream()
                .map(each -> new Brought(
                        each.path(0).asString(),
                        ByteBuffer.wrap(Base64.getDecoder().decode(each.path(1).asString()))))
                .toList();
    }

    private static List<String> changed(JsonNode word) {
        var named = word.path("changed").valueStream().map(JsonNode::asString).toList();
        long all = word.path("changes").asLong(0);
        return all <= named.size()
                ? named
                : java.util.stream.Stream.concat(
                                named.stream(), java.util.stream.Stream.of((all - named.size()) + " more"))
                        .toList();
    }

    private static SandboxResult unsigned(Launched.Ended ended) {
        if (ended.exit() == NOT_FILLED) {
            return new SandboxResult.NotAvailable("the project changed while it was copied");
        }
        if (ended.exit() == NO_ROOM) {
            return new SandboxResult.NotAvailable("the project does not fit into the sandbox");
        }
        // Bubblewrap itself ends with 1, before anything of ours has run.
        if (ended.exit() == 1) {
            return new SandboxResult.NotAvailable("the sandbox failed: " + lastLine(ended.stderr()));
        }
        return new SandboxResult.Finished(
                ended.exit(), ended.stdout(), ended.stderr(), ended.took(), List.of(), Set.of(Exhausted.WATCH));
    }

    private @Nullable String word(String text) {
        int signature = text.length() - LENGTH_DIGITS - nonce.length();
        if (signature < 0 || !text.startsWith(nonce, signature)) {
            return null;
        }
        try {
            int begin = signature - Integer.parseInt(text.substring(text.length() - LENGTH_DIGITS));
            var word = text.substring(Math.max(0, begin), signature);
            MAPPER.readTree(word);
            return word;
        } catch (NumberFormatException | JacksonException e) {
            return null;
        }
    }

    private static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("", (_, next) -> next);
    }
}
