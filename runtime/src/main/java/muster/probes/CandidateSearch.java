package muster.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Words;
import muster.probes.scripts.python.PythonFacts;
import muster.probes.scripts.python.PythonInspector;
import muster.probes.scripts.shell.ShellReader;
import muster.probes.scripts.sql.Sql;

/// Searches the scripts that may provide a capability named by words.
record CandidateSearch(Ground ground, PythonInspector inspector) {
    private static final List<String> FOLDERS = List.of("scripts/", "pipelines/", "tools/", "bin/", "jobs/");

    /// Words that say nothing of what a script does.
    private static final Set<String> SAYS_NOTHING =
            Set.of("script", "scripts", "tool", "tools", "a", "the", "of", "for", "and");

    /// Words for the same thing, as far as scripts say what they are for.
    private static final List<List<String>> SAME = List.of(
            List.of("validate", "check", "verify", "audit"),
            List.of("consolidate", "merge", "combine"),
            List.of("create", "build", "generate", "make"),
            List.of("cost", "billing", "spend"),
            List.of("track", "monitor", "watch"));

    /// What SQL a script must hold that does this to tables; a name alone proves nothing.
    private static final Map<String, Pattern> DONE_BY = Map.of(
            "rename", Pattern.compile("\\bRENAME\\b"),
            "consolidate", Pattern.compile("\\b(?:JOIN|UNION|MERGE|INSERT)\\b"),
            "create", Pattern.compile("\\bCREATE\\b"),
            "view", Pattern.compile("\\bVIEW\\b"),
            "drop", Pattern.compile("\\b(?:DROP|DELETE)\\b"),
            "delete", Pattern.compile("\\b(?:DROP|DELETE)\\b"),
            "backfill", Pattern.compile("\\b(?:INSERT|MERGE|UPDATE)\\b"));

    /// @param shown its content bears out its name
    /// @param why what speaks for it, or against it
    record Candidate(String path, boolean shown, String why) {}

    /// What a script says of itself, and the SQL in it.
    private record Content(List<String> words, String sql) {}

    List<Candidate> of(List<String> words) throws InterruptedException {
        var wanted = words.stream()
                .flatMap(word -> Words.of(word).stream())
                .filter(word -> !SAYS_NOTHING.contains(word))
                .toList();
        var candidates = new ArrayList<Candidate>();
        if (wanted.isEmpty()) {
            return candidates;
        }
        for (var path : ground.files(CandidateSearch::isScript)) {
            var content = content(path);
            boolean byName = wanted.stream().allMatch(word -> Words.hasAlike(Words.of(path), word));
            boolean byContent = wanted.stream().allMatch(word -> says(content, word));
            var lacking = lacking(wanted, content.sql());
            if (byName || (byContent && lacking.isEmpty())) {
                candidates.add(candidate(path, byContent, lacking));
            }
        }
        return candidates;
    }

    private static boolean says(Content content, String word) {
        return Words.hasAlike(content.words(), word)
                || SAME.stream()
                        .filter(group -> Words.hasAlike(group, word))
                        .flatMap(List::stream)
                        .anyMatch(other -> Words.hasAlike(content.words(), other));
    }

    private static Candidate candidate(String path, boolean byContent, List<String> lacking) {
        if (!lacking.isEmpty()) {
            return new Candidate(
                    path,
                    false,
                    "it has the name, but holds no statement that would " + String.join(" or ", lacking) + " a table");
        }
        return byContent
                ? new Candidate(path, true, "its content says so too")
                : new Candidate(path, false, "it has the name, but neither its purpose nor its functions bear it out");
    }

    private static List<String> lacking(List<String> wanted, String sql) {
        return DONE_BY.entrySet().stream()
                .filter(verb -> wanted.stream().anyMatch(word -> Words.alike(word, verb.getKey())))
                .filter(verb -> !verb.getValue().matcher(sql).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Content content(String path) throws InterruptedException {
        if (!(ground.look(path) instanceof Looked.Found file)) {
            return new Content(List.of(), "");
        }
        if (!path.endsWith(".py")) {
            return new Content(Words.of(ShellReader.purpose(file.text())), file.text());
        }
        if (!(inspector.facts(file) instanceof PythonFacts.Source facts)) {
            return new Content(Words.of(file.text()), file.text());
        }
        var flags = facts.arguments().stream().map(PythonFacts.Argument::flag);
        var said = Stream.of(Stream.of(facts.purpose()), facts.functions().stream(), flags)
                .flatMap(stream -> stream)
                .flatMap(text -> Words.of(text).stream());
        var sql = facts.texts().stream()
                .map(PythonFacts.Text::text)
                .filter(Sql::looksLike)
                .toList();
        var inSql = sql.stream().flatMap(text -> Words.of(text).stream());
        return new Content(Stream.concat(said, inSql).distinct().toList(), String.join("\n", sql));
    }

    private static boolean isScript(String path) {
        return (path.endsWith(".py") || path.endsWith(".sh"))
                && !path.endsWith("__init__.py")
                && FOLDERS.stream().anyMatch(path::startsWith);
    }
}
