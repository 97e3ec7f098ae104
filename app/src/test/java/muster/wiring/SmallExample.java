package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The m008 example with some of its tables: every kind that the demo treats differently is among them.
final class SmallExample {
    /// Two pairs of pairs in all 16 forms of COV, whose agg and align targets are occupied; the LAG tables of two
    /// pairs; what the project's own scripts ask for; and some that are left alone.
    private static final Pattern KEPT = Pattern.compile(String.join(
            "|",
            "cov_.*audcad_aud(chf|jpy)",
            "cov_agg_bqx_audusd_eurusd",
            "base_.*(audcad|audchf|audjpy|audusd|eurusd)",
            "(lag|reg|agg|mom|vol|regime)_.*eurusd.*",
            "lag_.*audcad.*",
            "tri_agg_bqx_.*usd",
            "var_agg_.*(aud|eur)",
            "mkt_.*"));

    private SmallExample() {}

    /// The checkout's example.
    static Path whole() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("examples/m008"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    /// Lays the small example below a folder as `examples/m008`, where the demo of a Muster at home there looks for it.
    static Path below(Path home) throws IOException {
        var example = home.resolve("examples/m008");
        copy(whole(), example, Set.of());
        var tables = example.resolve("facts/tables.csv");
        Files.write(tables, kept(Files.readAllLines(tables)));
        return example;
    }

    private static List<String> kept(List<String> lines) {
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).filter(KEPT.asMatchPredicate()))
                .toList();
    }

    static void copy(Path from, Path to, Set<String> without) throws IOException {
        try (var walk = Files.walk(from)) {
            for (var source : walk.toList()) {
                var target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else if (!without.contains(source.getFileName().toString())) {
                    Files.copy(source, target);
                }
            }
        }
    }
}
