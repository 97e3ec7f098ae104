package muster.probes.scripts;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.probes.data.Catalogue;
import muster.probes.scripts.sql.NameRule;
import muster.probes.scripts.sql.Sql;
import muster.probes.scripts.sql.SqlCheck;
import muster.probes.scripts.sql.SqlParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Names of tables that a dry run prints as what it would bring into being: a line that is nothing but a name, or a
/// name after words such as "would create table"; the new name of `old -> new`; a `table` of a JSON line; what printed
/// SQL creates.
///
/// @param names in the spelling in which they were printed
/// @param created how many of them printed SQL creates, so that they are certainly names of tables
record PrintedNames(SortedSet<String> names, int created) {
    /// Fewer names show no pattern that a finding could rest on.
    private static final int FEWEST = 3;

    private static final int MOST_WORDS = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){1,20}");
    private static final Pattern MARK = Pattern.compile("[^A-Za-z]{0,12}|\\[?\\(?dry[-_ ]?run\\)?]?:?");
    private static final Pattern AROUND = Pattern.compile("^[\\[('\"`]+|[\\])'\"`,;:.]+$");
    private static final Set<String> WORDS = Set.of(
            "would",
            "will",
            "to",
            "be",
            "create",
            "creates",
            "creating",
            "build",
            "builds",
            "building",
            "write",
            "writes",
            "writing",
            "generate",
            "generates",
            "generating",
            "make",
            "makes",
            "add",
            "new",
            "table",
            "view",
            "or",
            "replace",
            "dry",
            "run",
            "target");
    private static final Set<String> ARROWS = Set.of("->", "=>", "→", "⇒");
    private static final Set<String> KEYS = Set.of("table", "table_name", "table_id", "target", "destination", "name");

    PrintedNames {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    static PrintedNames in(String printed) {
        var names = new TreeSet<String>();
        var created = new TreeSet<String>();
        printed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            if (line.startsWith("{")) {
                json(line, names);
            } else if (Sql.looksLike(line)) {
                created.addAll(SqlCheck.created(SqlParser.parse(line)));
            } else {
                plain(line, names);
            }
        });
        names.addAll(created);
        return new PrintedNames(names, created.size());
    }

    private static void json(String line, Set<String> names) {
        try {
            JsonMapper.shared().readTree(line).properties().stream()
                    .filter(entry -> KEYS.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                    .map(entry -> entry.getValue())
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .filter(value -> NAME.matcher(value).matches())
                    .forEach(names::add);
        } catch (JacksonException _) {
            // It only looked like JSON.
        }
    }

    private static void plain(String line, Set<String> names) {
        var words = Arrays.stream(line.split("\\s+", MOST_WORDS + 1))
                .map(word -> ARROWS.contains(word) ? word : AROUND.matcher(word).replaceAll(""))
                .toList();
        var last = words.getLast();
        if (words.size() > MOST_WORDS || !NAME.matcher(last).matches()) {
            return;
        }
        var before = words.subList(0, words.size() - 1);
        boolean renamed = before.size() >= 2
                && ARROWS.contains(before.getLast())
                && NAME.matcher(before.get(before.size() - 2)).matches();
        var rest = renamed ? before.subList(0, before.size() - 2) : before;
        if (rest.stream().allMatch(PrintedNames::saysNothing)) {
            names.add(last);
        }
    }

    private static boolean saysNothing(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return WORDS.contains(lower) || MARK.matcher(lower).matches();
    }

    /// What the naming rule forbids, and names of which none is known although others of their kind are.
    List<Finding> findings(String path, NameRule rule, Catalogue catalogue) {
        var illegal = names.stream()
                .filter(name -> rule.judge(name) == NameRule.Judgement.ILLEGAL)
                .toList();
        if (!illegal.isEmpty()) {
            var message = "running dry, it prints " + names.size() + " names, " + illegal.size()
                    + " of which the naming rule forbids, such as " + illegal.getFirst() + known(catalogue);
            return List.of(Findings.defect("illegal-name", path, message));
        }
        boolean lawful = names.stream().anyMatch(name -> rule.judge(name) == NameRule.Judgement.LEGAL);
        boolean strange =
                !lawful && names.size() >= FEWEST && catalogue.names().stream().anyMatch(akin());
        return strange && listed(catalogue) == 0
                ? List.of(Findings.remark(
                        "unknown-names",
                        path,
                        "running dry, it prints " + names.size() + " names such as " + names.getFirst()
                                + known(catalogue) + ", which has others of their kind"))
                : List.of();
    }

    /// How many names of tables were printed, and how many of them are forbidden and known; none if nothing says that
    /// they are names of tables.
    SortedMap<String, String> attributes(NameRule rule, Catalogue catalogue) {
        var attributes = new TreeMap<String, String>();
        var judged = names.stream()
                .filter(name -> rule.judge(name) != NameRule.Judgement.FOREIGN)
                .count();
        var listed = listed(catalogue);
        if (names.isEmpty() || 2 * Math.max(created, Math.max(judged, listed)) < names.size()) {
            return attributes;
        }
        attributes.put("dry-run-tables", Integer.toString(names.size()));
        if (judged > 0) {
            var illegal = names.stream()
                    .filter(name -> rule.judge(name) == NameRule.Judgement.ILLEGAL)
                    .count();
            attributes.put("dry-run-tables-forbidden", Long.toString(illegal));
        }
        if (!catalogue.names().isEmpty()) {
            attributes.put("dry-run-tables-known", Long.toString(listed));
        }
        return attributes;
    }

    private String known(Catalogue catalogue) {
        var of = catalogue.listing().isEmpty() ? "the connected databases" : catalogue.listing();
        return catalogue.names().isEmpty() ? "" : "; " + listed(catalogue) + " of them are in " + of;
    }

    private long listed(Catalogue catalogue) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(catalogue.names()::contains)
                .count();
    }

    /// Names that begin with the same word.
    private Predicate<String> akin() {
        var first = names.getFirst().toLowerCase(Locale.ROOT);
        int end = first.indexOf('_');
        var beginning = end < 0 ? first : first.substring(0, end + 1);
        return name -> name.startsWith(beginning);
    }
}
