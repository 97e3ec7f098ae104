package muster.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A process to start. The environment is exactly the one given; nothing is inherited.
///
/// @param argv the program, absolute or found on `/usr/bin:/bin`, and its arguments; never a shell string
/// @param input what is written to its standard input, which is closed afterwards
/// @param wall how long it may run
/// @param outputLimit bytes kept of each output
/// @param grace how long it may go on once it is to end: its standard input is closed, then it is asked to end; then it
/// is killed. Nothing if it is killed at once
public record Launch(
        List<String> argv,
        Path directory,
        SortedMap<String, String> environment,
        Feed input,
        Duration wall,
        int outputLimit,
        Duration grace) {
    /// Where programs are looked for, in this order; a folder of the user or of the project is never searched.
    public static final String PATH = "/usr/bin:/bin:/usr/sbin:/sbin";

    /// Writes a process's standard input, while it runs.
    @FunctionalInterface
    public interface Feed {
        /// Writes all of it; a failure ends the input there.
        void into(OutputStream stdin) throws IOException;
    }

    public Launch {
        argv = List.copyOf(argv);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /// Where a program is installed for all users; none if it is not.
    public static @Nullable Path located(String program) {
        return Arrays.stream((PATH + ":/usr/local/bin:/snap/bin").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /// A process without input in a bare environment.
    public static Launch of(List<String> argv, Path directory, Duration wall) {
        return new Launch(argv, directory, bare(), _ -> {}, wall, Launcher.OUTPUT_LIMIT, Duration.ZERO);
    }

    /// The same with UTF-8 text on its standard input.
    public Launch reading(String text) {
        return fedBy(stdin -> stdin.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The same with another standard input.
    public Launch fedBy(Feed feed) {
        return new Launch(argv, directory, environment, feed, wall, outputLimit, grace);
    }

    /// The same, keeping more of what it prints or less.
    public Launch keeping(int bytes) {
        return new Launch(argv, directory, environment, input, wall, bytes, grace);
    }

    /// The same with time to end by itself.
    public Launch ending(Duration time) {
        return new Launch(argv, directory, environment, input, wall, outputLimit, time);
    }

    /// The same in this environment and no other.
    public Launch in(SortedMap<String, String> whole) {
        return new Launch(argv, directory, whole, input, wall, outputLimit, grace);
    }

    /// The same with one more variable in its environment.
    public Launch with(String variable, String value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Launch(argv, directory, more, input, wall, outputLimit, grace);
    }

    private static SortedMap<String, String> bare() {
        var environment = new TreeMap<String, String>();
        environment.put("PATH", PATH);
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", "/nonexistent");
        return environment;
    }
}
