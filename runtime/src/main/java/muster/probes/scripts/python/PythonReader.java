package muster.probes.scripts.python;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.probes.scripts.reading.Reading;
import muster.probes.scripts.sql.Sql;
import muster.probes.scripts.sql.SqlCheck;
import muster.probes.scripts.sql.SqlParser;
import org.jspecify.annotations.Nullable;

/// Reads a Python script: what it imports, opens, queries and declares.
public final class PythonReader {
    private static final Set<String> PARALLEL =
            Set.of("ThreadPoolExecutor", "ProcessPoolExecutor", "Pool", "ThreadPool", "Thread", "gather", "Parallel");
    private static final Set<String> ANSWERS_HELP =
            Set.of("ArgumentParser", "parse_args", "command", "Typer", "docopt", "Fire", "OptionParser");

    private final Path python;
    private final Ground ground;
    private final PythonInspector inspector;
    private final ImportCheck imports;
    private final SqlCheck sql;
    private final PythonLints own;
    private final StartedPrograms started;
    private final AtomicReference<@Nullable Set<String>> homes = new AtomicReference<>();

    public PythonReader(Path python, ImportCheck imports, SqlCheck sql, PythonLints own) {
        this.own = own;
        this.started = new StartedPrograms(imports.ground(), imports.inspector());
        this.python = python;
        this.ground = imports.ground();
        this.inspector = imports.inspector();
        this.imports = imports;
        this.sql = sql;
    }

    public Reading read(Looked.Found file) throws InterruptedException {
        return switch (inspector.facts(file)) {
            case PythonFacts.Unread(String why) -> Reading.unread(file.path(), why);
            case PythonFacts.Broken(int line, String message) -> Reading.broken(file.path() + ":" + line, message);
            case PythonFacts.Source readable -> read(file, readable);
        };
    }

    private Reading read(Looked.Found file, PythonFacts.Source facts) throws InterruptedException {
        var imported = imports.of(file.path(), facts);
        var references = new ArrayList<>(imported.findings());
        var lints = new ArrayList<>(facts.findings());
        var tables = new TreeSet<String>();
        var created = facts.texts().stream()
                .map(PythonFacts.Text::text)
                .filter(Sql::looksLike)
                .flatMap(text -> SqlCheck.created(SqlParser.parse(text)).stream())
                .collect(Collectors.toSet());
        for (var text : facts.texts()) {
            var place = place(file.path(), text);
            lints.addAll(SqlCheck.lints(text.text(), place));
            if (Sql.looksLike(text.text())) {
                var uses = SqlParser.parse(text.text());
                tables.addAll(SqlCheck.tables(uses));
                references.addAll(sql.references(uses, homes(), created, place));
            }
        }
        lints.addAll(arguments(file.path(), facts));
        lints.addAll(own.of(file.path(), facts));
        references.addAll(opened(file.path(), facts));
        references.addAll(own.stale(file.path(), facts));
        references.addAll(started.of(file.path(), facts.starts()));
        var attributes = attributes(facts, imported.external(), tables);
        return new Reading(List.of(), distinct(references), distinct(lints), attributes, way(file.path(), facts));
    }

    private List<Finding> opened(String path, PythonFacts.Source facts) {
        return facts.opens().stream()
                .filter(opened -> opened.path().contains(".") && !opened.path().startsWith("/"))
                .filter(opened -> !ground.has(opened.path()) && !ground.has(folder(path) + opened.path()))
                .map(opened -> Findings.remark(
                        "missing-file",
                        path + ":" + opened.line(),
                        "it opens " + opened.path() + ", which does not exist"))
                .toList();
    }

    private static List<Finding> arguments(String path, PythonFacts.Source facts) {
        return facts.arguments().stream()
                .filter(argument -> !argument.read())
                .map(argument -> Findings.defect(
                        "ignored-argument",
                        path + ":" + argument.line(),
                        argument.flag() + " is declared, but its value is never looked at"))
                .toList();
    }

    private static SortedMap<String, String> attributes(
            PythonFacts.Source facts, Set<String> external, Set<String> tables) {
        var flags = facts.arguments().stream().map(PythonFacts.Argument::flag).toList();
        var attributes = new TreeMap<String, String>();
        attributes.put("purpose", facts.purpose());
        attributes.put("dependencies", String.join(", ", external));
        attributes.put("arguments", String.join(", ", flags));
        attributes.put("tables-referenced", String.join(", ", tables));
        attributes.put("execution-mode", mode(facts, flags));
        return attributes;
    }

    private static String mode(PythonFacts.Source facts, List<String> flags) {
        if (facts.calls().stream().noneMatch(PARALLEL::contains)) {
            return "sequential";
        }
        return flags.contains("--workers") ? "parallel (--workers)" : "parallel";
    }

    private Reading.Way way(String path, PythonFacts.Source facts) {
        boolean help = facts.calls().stream().anyMatch(ANSWERS_HELP::contains);
        boolean dryRun =
                facts.arguments().stream().anyMatch(argument -> argument.flag().equals("--dry-run"));
        return new Reading.Way(List.of(python.toString(), "-B", "-E", "-s", path), help, dryRun);
    }

    /// What any script of the project says of datasets helps to understand this one.
    private Set<String> homes() throws InterruptedException {
        var known = homes.get();
        if (known == null) {
            var uses = inspector.everything().values().stream()
                    .flatMap(facts -> facts.texts().stream())
                    .map(PythonFacts.Text::text)
                    .filter(Sql::looksLike)
                    .map(SqlParser::parse)
                    .toList();
            known = sql.homes(uses);
            homes.set(known);
        }
        return known;
    }

    private static IntFunction<String> place(String path, PythonFacts.Text text) {
        return offset -> {
            var before = text.text().substring(0, Math.min(offset, text.text().length()));
            long lines = before.chars().filter(c -> c == '\n').count();
            return path + ":" + Math.min(text.last(), text.line() + lines);
        };
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static List<Finding> distinct(List<Finding> findings) {
        var seen = new HashSet<Finding>();
        return findings.stream().filter(seen::add).collect(Collectors.toList());
    }
}
