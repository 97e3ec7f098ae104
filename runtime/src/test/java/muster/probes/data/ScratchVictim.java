package muster.probes.data;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.Finding;
import muster.matching.Matching;
import muster.plan.Probe;

/// A process of its own that probes with a scratch table and stops, just before it renames it, until it is killed.
final class ScratchVictim {
    private ScratchVictim() {}

    public static void main(String[] arguments) {
        var stock = new Stocked(Engine.valueOf(arguments[0]), arguments[1], System.getenv());
        var opener = DatabaseOpener.forScratch(
                () -> stopping(Connection.class, stock.opener(Access.SCRATCH).open()));
        new DataProbes(new TreeMap<>(Map.of(Stocked.NAME, opener)))
                .of(new Probe.ScratchTable(Stocked.NAME), Stocked.NOW);
        throw new IllegalStateException("nobody has stopped it");
    }

    /// The same, except that it waits for ever instead of changing a table.
    private static <T> T stopping(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, given) -> {
            if (given != null && given.length > 0 && String.valueOf(given[0]).startsWith("ALTER TABLE")) {
                waitForEver();
            }
            try {
                var answer = method.invoke(real, given);
                return answer instanceof Statement statement && method.getReturnType() == Statement.class
                        ? stopping(Statement.class, statement)
                        : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static void waitForEver() throws IOException {
        System.out.println("half-way");
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nobody writes; the parent keeps the pipe open until it has killed this process.
        }
    }

    /// Starts it and waits until it is half-way.
    static Process halfWay(Stocked stock) throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        ScratchVictim.class.getName(),
                        stock.engine().name(),
                        stock.spec()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(stock.environment());
        var process = builder.start();
        var said = process.inputReader().readLine();
        if (!"half-way".equals(said)) {
            throw new IllegalStateException("it ended with " + said);
        }
        return process;
    }

    private static String classPath() {
        var drivers =
                Stream.of("org.duckdb.DuckDBDriver", "org.sqlite.JDBC", "org.postgresql.Driver", "org.slf4j.Logger");
        var own = Stream.of(ScratchVictim.class, DataProbes.class, Matching.class, Finding.class)
                .map(Class::getName);
        return Stream.concat(drivers, own).map(ScratchVictim::home).distinct().collect(Collectors.joining(":"));
    }

    private static String home(String type) {
        try {
            var place =
                    Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
            return Path.of(URI.create(place.toString())).toString();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
