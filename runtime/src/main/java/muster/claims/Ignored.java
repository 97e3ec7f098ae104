package muster.claims;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;

/// What the repository does not keep: build results and what its `.gitignore` at the root names, patterns included.
record Ignored(List<PathMatcher> patterns) {
    private static final Set<String> MADE = Set.of(
            "target",
            "build",
            "dist",
            "out",
            "output",
            "outputs",
            "node_modules",
            "venv",
            ".venv",
            "coverage",
            "logs",
            "tmp",
            "results",
            "data",
            "generated",
            ".git");
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    static Ignored of(Tree tree) {
        var lines = tree.read(".gitignore").stream()
                .flatMap(file -> file.text().lines())
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!") && line.length() < LONGEST)
                .filter(line -> line.matches("[\\w./*-]+"))
                .limit(MOST);
        return new Ignored(lines.flatMap(Ignored::matchers).toList());
    }

    private static java.util.stream.Stream<PathMatcher> matchers(String line) {
        var plain = line.replaceFirst("^/", "").replaceFirst("/$", "");
        var system = FileSystems.getDefault();
        return plain.isEmpty()
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(plain, plain + "/**", "**/" + plain, "**/" + plain + "/**")
                        .map(glob -> system.getPathMatcher("glob:" + glob));
    }

    boolean covers(String path) {
        var made = java.util.Arrays.stream(path.split("/", -1)).anyMatch(MADE::contains);
        return made || patterns.stream().anyMatch(pattern -> pattern.matches(Path.of(path)));
    }
}
