import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import muster.run.Event;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.Journal;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;
import muster.storage.SqliteJournal;

/// Kills a writer again and again, or the database under it. After each kill all that this writer got acknowledged has
/// to be there once; after every tenth and at the end all that any did, and the chain has to go on from the head that
/// was kept. Arguments: FILE-OR-ADDRESS KILLS SEED [COMMAND that kills and starts the database]
final class KillJournal {
    private static final int LONGEST_MILLIS = 400;
    private static final int WHOLE_EACH = 10;

    private final String place;
    private final Random random;
    private final Set<String> acknowledged = new HashSet<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Path output = Files.createTempFile("muster-kill-", ".out");
    private ChainHead kept = ChainHead.NONE;
    private long number;

    private KillJournal(String place, long seed) throws IOException {
        this.place = place;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        var kills = Integer.parseInt(arguments[1]);
        var all = new KillJournal(arguments[0], Long.parseLong(arguments[2]));
        for (int i = 1; i <= kills; i++) {
            // Every second kill is of the database where there is one.
            if (arguments.length > 3 && i % 2 == 0) {
                all.killDatabase(List.of(arguments).subList(3, arguments.length));
            } else {
                all.killWriter();
            }
            all.check(i % WHOLE_EACH == 0 || i == kills ? "" : "-" + all.number);
            if (i % 50 == 0 || i == kills) {
                System.out.printf(
                        "%d kills: %d acknowledged, %d entries, none lost, none doubled, chain whole%n",
                        i, all.acknowledged.size(), all.kept.sequence());
            }
        }
    }

    static Journal open(String place) {
        return place.startsWith("postgresql:")
                ? PostgresJournal.open(PostgresAddress.of(place), System.getenv())
                : SqliteJournal.open(Path.of(place));
    }

    private void killWriter() throws Exception {
        var writer = writer();
        pause();
        end(writer);
    }

    /// The database is killed and started again; the writer lives on and is ended afterwards.
    private void killDatabase(List<String> command) throws Exception {
        var writer = writer();
        pause();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("the database did not start again");
        }
        pause();
        end(writer);
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
    }

    private void end(Process writer) throws Exception {
        writer.destroyForcibly().waitFor();
        // A line that was cut off by the kill is no acknowledgement.
        var text = Files.readString(output);
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("run-"))
                .forEach(acknowledged::add);
    }

    private Process writer() throws Exception {
        number += 1_000_000;
        Files.write(output, new byte[0]);
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "KillWriter",
                        place,
                        Long.toString(number))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile())
                .start();
        while (Files.size(output) == 0 && writer.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return writer;
    }

    /// @param end of the names of the runs that are looked at; empty for all of them and the chain
    private void check(String end) {
        try (var journal = open(place)) {
            if (end.isEmpty()) {
                if (!(journal.verify(kept) instanceof ChainCheck.ChainHolds(var head))) {
                    throw new IllegalStateException("the chain is broken: " + journal.verify(kept));
                }
                kept = head;
            }
            for (var run : journal.runs()) {
                if (!run.value().endsWith(end)) {
                    continue;
                }
                for (var recorded : journal.read(run, 0)) {
                    if (recorded.event() instanceof Event.Noted(var _, var key)) {
                        var before = seen.put(run + " " + key, recorded.version());
                        if (before != null && before != recorded.version()) {
                            throw new IllegalStateException(
                                    run + " " + key + " is there twice: " + before + " and " + recorded.version());
                        }
                    }
                }
            }
            for (var each : acknowledged) {
                if (!seen.containsKey(each)) {
                    throw new IllegalStateException(each + " was acknowledged and is lost");
                }
            }
        }
    }
}
