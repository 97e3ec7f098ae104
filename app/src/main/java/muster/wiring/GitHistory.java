package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Replays a table of commits into a new git repository, so that an example's files have a past.
///
/// @param folder the work tree
/// @param author name and address that the commits carry
record GitHistory(Path folder, String author) {

    private record Commit(String date, String subject) {}

    /// @param table tab-separated with a header: date, subject, path; rows with one date and subject are one commit,
    /// oldest first
    void replay(Path table) throws IOException, InterruptedException {
        git("1970-01-01T00:00:00Z", "init", "-q", "-b", "main");
        for (var entry : commits(table).entrySet()) {
            var commit = entry.getKey();
            var add = new ArrayList<>(List.of("add", "--"));
            add.addAll(entry.getValue());
            git(commit.date(), add.toArray(String[]::new));
            git(commit.date(), "commit", "-q", "-m", commit.subject());
        }
    }

    private static Map<Commit, List<String>> commits(Path table) throws IOException {
        var commits = new LinkedHashMap<Commit, List<String>>();
        for (var line : Files.readAllLines(table).stream().skip(1).toList()) {
            var cells = line.split("\t", -1);
            commits.computeIfAbsent(new Commit(cells[0], cells[1]), commit -> new ArrayList<>())
                    .add(cells[2]);
        }
        return commits;
    }

    private void git(String date, String... arguments) throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of("git", "-C", folder.toString(), "-c", "core.hooksPath=/dev/null"));
        argv.addAll(List.of(arguments));
        var builder = new ProcessBuilder(argv).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        environment.putAll(Map.of("GIT_AUTHOR_NAME", author, "GIT_AUTHOR_EMAIL", "agent@example.invalid"));
        environment.putAll(Map.of("GIT_COMMITTER_NAME", author, "GIT_COMMITTER_EMAIL", "agent@example.invalid"));
        environment.putAll(Map.of("GIT_AUTHOR_DATE", date, "GIT_COMMITTER_DATE", date));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("git " + arguments[0] + " failed: " + output.strip());
        }
    }
}
