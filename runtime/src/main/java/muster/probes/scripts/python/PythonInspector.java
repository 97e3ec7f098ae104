package muster.probes.scripts.python;

import java.io.IOException;
import java.io.OutputStream;
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
import muster.observation.Ground;
import muster.observation.Looked;
import muster.sandbox.Bundled;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads Python files with Python's own parser, all of a workspace in one isolated process; none of them is run.
/// A file that has changed since is read again.
public final class PythonInspector {
    /// A thousand files take 3 s; source: measured on two cores.
    private static final Duration WALL = Duration.ofSeconds(40);

    /// About 2 kB for each file; source: measured on 668 files.
    private static final int ANSWER_LIMIT = 24 << 20;

    /// Longer files are no program that somebody wrote; a parser takes a hundred times their size.
    private static final int LONGEST = 2 << 20;

    /// Text read by one process; the files of one project that know each other are a tenth of it.
    private static final int BATCH = 16 << 20;

    private static final long MEMORY = 2L << 30;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Ground ground;
    private final Path python;
    private final Launcher launcher;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, PythonFacts> known = new HashMap<>();
    private final Set<String> stdlib = new HashSet<>();

    public PythonInspector(Ground ground, Path python, Launcher launcher) {
        this.ground = ground;
        this.python = python;
        this.launcher = launcher;
    }

    /// The facts of one file, read together with all others the first time.
    public PythonFacts facts(Looked.Found file) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!known.containsKey(key(file))) {
                inspect(all(file));
            }
            return known.getOrDefault(key(file), new PythonFacts.Unread("Python's parser gave no answer"));
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

    /// The file and as many others as one process reads; they explain each other's names.
    private List<Looked.Found> all(Looked.Found wanted) {
        var files = new ArrayList<Looked.Found>();
        int room = BATCH;
        for (var path : paths()) {
            if (room > 0
                    && !path.equals(wanted.path())
                    && ground.look(path) instanceof Looked.Found found
                    && !known.containsKey(key(found))) {
                room -= found.content().remaining();
                files.add(found);
            }
        }
        files.addFirst(wanted);
        return files;
    }

    private void inspect(List<Looked.Found> files) throws InterruptedException {
        var readable = new ArrayList<Looked.Found>();
        for (var file : files) {
            if (file.content().remaining() > LONGEST) {
                known.put(key(file), new PythonFacts.Unread("it is longer than " + LONGEST + " bytes"));
            } else {
                readable.add(file);
            }
        }
        ask(readable);
    }

    /// A file that ends the process or holds it up is found by halves, so that it hides no other.
    private void ask(List<Looked.Found> files) throws InterruptedException {
        var keys = new HashMap<String, String>();
        files.forEach(file -> keys.put(file.path(), key(file)));
        var launch = Launch.of(argv(), ground.root(), WALL)
                .fedBy(stdin -> feed(files, stdin))
                .keeping(ANSWER_LIMIT);
        if (launcher.run(launch) instanceof Launched.Ended ended && ended.exit() == 0) {
            ended.stdout().lines().forEach(line -> learn(line, keys));
        } else if (files.size() > 1) {
            ask(files.subList(0, files.size() / 2));
            ask(files.subList(files.size() / 2, files.size()));
        } else {
            files.forEach(file -> known.put(key(file), new PythonFacts.Unread("Python's parser does not survive it")));
        }
    }

    private List<String> argv() {
        return List.of(
                "/usr/bin/prlimit",
                "--as=" + MEMORY,
                "--cpu=" + WALL.toSeconds(),
                "--core=0",
                "--",
                python.toString(),
                "-I",
                "-S",
                "-B",
                "-c",
                Bundled.text(PythonInspector.class, "inspect_python.py"));
    }

    private static void feed(List<Looked.Found> files, OutputStream stdin) throws IOException {
        for (var file : files) {
            var line = MAPPER.createObjectNode().put("path", file.path()).put("source", file.text());
            stdin.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void learn(String line, Map<String, String> keys) {
        try {
            var answer = MAPPER.readTree(line);
            answer.path("stdlib").forEach(name -> stdlib.add(name.stringValue()));
            var key = keys.get(answer.path("path").asString(""));
            if (key != null) {
                known.put(key, PythonAnswer.facts(answer));
            }
        } catch (JacksonException _) {
            // Output cut off at its limit; the files on the rest of it count as not read.
        }
    }

    private static String key(Looked.Found file) {
        return file.path() + "\n" + file.digest().sha256();
    }
}
