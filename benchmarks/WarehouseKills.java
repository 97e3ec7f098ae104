import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import muster.packs.warehouse.sql.DuckDbFile;

/// Kills a process (SIGKILL) that renames, consolidates or undoes, goes on, and compares what is there then with
/// an undisturbed run, and after an undo with the beginning.
///
/// The child says when its first statement that changes something begins and when its last one has ended, so that
/// a kill is drawn from that span: one in ten falls before its beginning, one in ten after its end, the rest
/// within.
final class WarehouseKills {
    private static final int BATCH = 20;

    private final Path folder;
    private final Random random;
    private final TreeMap<String, Integer> places = new TreeMap<>();

    WarehouseKills(Path folder, int seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /// What a child is told to do: one change of a warehouse.
    private record Change(String key, String action, String... arguments) {
        void perform(Warehouse warehouse) throws Exception {
            warehouse.perform(key, action, arguments);
        }
    }

    private static final Change RENAME = new Change("r", "rename", "batch=" + BATCH);
    private static final Change CONSOLIDATE = new Change("c", "consolidate", "pair=eurusd");
    private static final Change UNDO_RENAME = new Change("u", "rollback", "of=r");
    private static final Change UNDO_CONSOLIDATE = new Change("v", "rollback", "of=c");

    /// The child: `child FILE KEY ACTION ARGUMENT...`.
    static void child(String[] arguments) throws Exception {
        var access = Statements.announced(new DuckDbFile(Path.of(arguments[2])));
        var rest = List.of(arguments).subList(5, arguments.length).toArray(String[]::new);
        try (var _ = access.open()) {
            new Warehouse(access, List.of()).perform(arguments[3], arguments[4], rest);
            System.out.println("ended");
            System.in.read();
        }
    }

    void run(List<String> cov, List<String> lag, int rounds) throws Exception {
        var original = folder.resolve("original.duckdb");
        var first = new Warehouse(new DuckDbFile(original), List.of());
        first.tables().create(cov, 20);
        first.tables().createLags(lag, 500);
        for (var way : List.of(List.of(RENAME, UNDO_RENAME), List.of(CONSOLIDATE, UNDO_CONSOLIDATE))) {
            kills(original, way.getFirst(), way.getLast(), way.getFirst() == RENAME ? rounds * 3 / 4 : rounds / 4);
        }
        System.out.printf(
                "%d kills: no half batch, nothing lost, the same state after going on and after the undo%n", rounds);
        places.forEach((place, count) -> System.out.printf("%6d %s%n", count, place));
    }

    /// Every third kill falls into the undo.
    private void kills(Path original, Change forward, Change back, int rounds) throws Exception {
        var before = new Warehouse(new DuckDbFile(original), List.of()).state();
        var undisturbed = copy(original, "undisturbed");
        long forwardNanos = length(copy(original, "timed"), forward);
        forward.perform(new Warehouse(new DuckDbFile(undisturbed), List.of()));
        var expected = new Warehouse(new DuckDbFile(undisturbed), List.of()).state();
        long backNanos = length(copy(undisturbed, "timed"), back);
        for (int round = 0; round < rounds; round++) {
            var undo = round % 3 == 2;
            var file = copy(undo ? undisturbed : original, "killed");
            var warehouse = new Warehouse(new DuckDbFile(file), List.of());
            var place = kill(file, undo ? back : forward, undo ? backNanos : forwardNanos);
            int changed = warehouse.changed();
            if (forward == RENAME && !undo && changed % BATCH != 0) {
                throw new IllegalStateException("round " + round + ": half a batch: " + changed);
            }
            places.merge((undo ? "undo of " : "") + forward.action() + ", killed " + place, 1, Integer::sum);
            if (!undo) {
                forward.perform(warehouse);
                same(expected, warehouse.state(), "round " + round);
            }
            back.perform(warehouse);
            same(before, warehouse.state(), "undo of round " + round);
        }
    }

    /// Nanoseconds from the first change to the last one, the median of three.
    private long length(Path file, Change change) throws Exception {
        var lengths = new ArrayList<Long>();
        for (int i = 0; i < 3; i++) {
            var child = start(copy(file, "length" + i), change);
            var lines = lines(child);
            await(lines, "begun");
            long begun = System.nanoTime();
            await(lines, "ended");
            lengths.add(System.nanoTime() - begun);
            child.destroyForcibly().waitFor();
        }
        return lengths.stream().sorted().skip(1).findFirst().orElseThrow();
    }

    private String kill(Path file, Change change, long nanos) throws Exception {
        var child = start(file, change);
        var lines = lines(child);
        int draw = random.nextInt(10);
        if (draw == 0) {
            LockSupport.parkNanos(random.nextLong(nanos));
        } else {
            await(lines, "begun");
            LockSupport.parkNanos(draw == 9 ? 4 * nanos : random.nextLong(nanos));
        }
        // The handle leaves the stream open, so that what the child said before its end can be read.
        child.toHandle().destroyForcibly();
        child.waitFor();
        var said = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
        }
        if (said.contains("ended")) {
            return "after its last batch";
        }
        return draw == 0 && !said.contains("begun") ? "before its first batch" : "within";
    }

    private static void await(BufferedReader lines, String word) throws IOException {
        for (var line = lines.readLine(); !word.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the child ended before it said " + word);
            }
        }
    }

    private static BufferedReader lines(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process start(Path file, Change change) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "Warehouse",
                "-",
                "child",
                file.toString(),
                change.key(),
                change.action()));
        command.addAll(List.of(change.arguments()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path copy(Path original, String name) throws IOException {
        var file = folder.resolve(name + ".duckdb");
        Files.deleteIfExists(Path.of(file + ".wal"));
        return Files.copy(original, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void same(List<String> expected, List<String> actual, String when) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(when + ": not the same");
        }
    }
}
