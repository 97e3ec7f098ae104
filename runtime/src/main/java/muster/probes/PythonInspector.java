package muster.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads Python files with Python's own parser, all of a workspace in one isolated process; none of them is run. A file
/// that has changed since is read again.
final class PythonInspector {
    /// A thousand files take 3 s; source: measured on two cores.
    private static final Duration WALL = Duration.ofSeconds(60);

    /// About 2 kB for each file; source: measured on 668 files.
    private static final int ANSWER_LIMIT = 128 << 20;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Ground ground;
    private final Path python;
    private final Launcher launcher;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, PythonFacts> known = new HashMap<>();
    private final Set<String> stdlib = new HashSet<>();

    PythonInspector(Ground ground, Path python, Launcher launcher) {
        this.ground = ground;
        this.python = python;
        this.launcher = launcher;
    }

    /// The facts of one file, read together with all others the first time.
    PythonFacts facts(Looked.Found file) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!known.containsKey(key(file))) {
                inspect(all(file));
            }
            return known.getOrDefault(key(file), new PythonFacts.Broken(1, "Python's parser gave no answer"));
        } finally {
            lock.unlock();
        }
    }

    /// All readable files of the workspace by path.
    Map<String, PythonFacts.Source> everything() throws InterruptedException {
        var found = new HashMap<String, PythonFacts.Source>();
        for (var path : paths()) {
            if (ground.look(path) instanceof Looked.Found file && facts(file) instanceof PythonFacts.Source readable) {
                found.put(path, readable);
            }
        }
        return found;
    }

    /// Modules that come with the interpreter.
    boolean isStandard(String module) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (stdlib.isEmpty()) {
                inspect(List.of());
            }
            return stdlib.contains(module);
        } finally {
            lock.unlock();
        }
    }

    List<String> paths() {
        return ground.files(path -> path.endsWith(".py"));
    }

    private List<Looked.Found> all(Looked.Found wanted) {
        var files = new ArrayList<Looked.Found>(List.of(wanted));
        paths().stream()
                .filter(path -> !path.equals(wanted.path()))
                .map(ground::look)
                .forEach(looked -> {
                    if (looked instanceof Looked.Found found) {
                        files.add(found);
                    }
                });
        return files;
    }

    private void inspect(List<Looked.Found> files) throws InterruptedException {
        var input = new StringBuilder();
        var keys = new HashMap<String, String>();
        for (var file : files) {
            keys.put(file.path(), key(file));
            input.append(MAPPER.createObjectNode().put("path", file.path()).put("source", file.text()))
                    .append('\n');
        }
        var launch = Launch.of(
                        List.of(python.toString(), "-I", "-S", "-B", "-c", resource("inspect_python.py")),
                        ground.root(),
                        WALL)
                .reading(input.toString())
                .keeping(ANSWER_LIMIT);
        if (launcher.run(launch) instanceof Launched.Ended ended && ended.exit() == 0) {
            ended.stdout().lines().forEach(line -> learn(line, keys));
        }
    }

    private void learn(String line, Map<String, String> keys) {
        try {
            var answer = MAPPER.readTree(line);
            answer.path("stdlib").forEach(name -> stdlib.add(name.stringValue()));
            var key = keys.get(answer.path("path").asString(""));
            if (key != null) {
                known.put(key, facts(answer));
            }
        } catch (JacksonException _) {
            // Output cut off at its limit; the files on the rest of it count as not read.
        }
    }

    private static PythonFacts facts(JsonNode answer) {
        var error = answer.path("error");
        if (error.isObject()) {
            return new PythonFacts.Broken(line(error), error.path("message").asString(""));
        }
        var path = answer.path("path").asString("");
        return new PythonFacts.Source(
                answer.path("purpose").asString(""),
                strings(answer.path("functions")),
                strings(answer.path("calls")),
                answer.path("imports")
                        .valueStream()
                        .map(PythonInspector::imported)
                        .toList(),
                answer.path("arguments")
                        .valueStream()
                        .map(PythonInspector::argument)
                        .toList(),
                answer.path("texts").valueStream().map(PythonInspector::text).toList(),
                answer.path("opens")
                        .valueStream()
                        .map(node -> new PythonFacts.Opened(
                                line(node), node.path("path").asString("")))
                        .toList(),
                answer.path("findings")
                        .valueStream()
                        .map(node -> finding(path, node))
                        .toList(),
                answer.path("changes_path").asBoolean(false));
    }

    private static PythonFacts.Import imported(JsonNode node) {
        return new PythonFacts.Import(
                node.path("name").asString(""),
                strings(node.path("forms")),
                line(node),
                node.path("deferred").asBoolean(false),
                node.path("guarded").asBoolean(false));
    }

    private static PythonFacts.Argument argument(JsonNode node) {
        return new PythonFacts.Argument(
                node.path("flag").asString(""), line(node), node.path("read").asBoolean(true));
    }

    private static PythonFacts.Text text(JsonNode node) {
        return new PythonFacts.Text(
                line(node),
                node.path("last").asInt(line(node)),
                node.path("text").asString(""));
    }

    private static Finding finding(String path, JsonNode node) {
        return Findings.defect(
                node.path("code").asString(""),
                path + ":" + line(node),
                node.path("message").asString(""));
    }

    private static int line(JsonNode node) {
        return Math.max(1, node.path("line").asInt(1));
    }

    private static List<String> strings(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    private static String key(Looked.Found file) {
        return file.path() + "\n" + file.digest().sha256();
    }

    static String resource(String name) {
        try (var stream = PythonInspector.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks muster/probes/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
