package muster.claims;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.Sighting;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// Columns that a document lists against tables whose columns are known. A table that is named must have all of
/// them; of tables that a pattern names, one must. A result that is not there yet is made of the tables that its
/// document names or is about: one that has nothing of them cannot be what comes of them.
record ColumnsRule(Tree tree, List<Tables> tables) implements ClaimRule {
    private static final String RESULT = "result";
    /// Names of tables in running text; a plain word means one only as code.
    private static final Pattern NAME = Pattern.compile("`(?:[\\w$-]+\\.)*([\\w$]+)`|\\b([A-Za-z]\\w*[_\\d]\\w*)");
    private static final Pattern HOLE = Pattern.compile("\\{[^}]*}|<[^>]*>|\\*");
    private static final Pattern FAMILY =
            Pattern.compile("\\b([A-Z]{2,12})\\b(?: \\w+)? tables\\b|\\btables of (?:the )?([A-Z]{2,12})\\b");
    private static final Pattern JOINS = Pattern.compile("(?i)\\b(?:join|merg|consolidat|combin|union)\\w*");
    private static final int SHOWN = 6;

    @Override
    public @Nullable Sighting of(Claim claim) {
        if (!(claim.value() instanceof ClaimValue.Columns(List<String> names))) {
            return null;
        }
        var wanted = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        var columns = new TreeMap<String, Set<String>>();
        tables.forEach(some -> some.columns().forEach(columns::putIfAbsent));
        if (columns.isEmpty()) {
            return Sighting.open(
                    "schemas: no table is known here, connect a database or keep its declarations", List.of());
        }
        return claim.subject().equals(RESULT)
                ? result(claim, wanted, columns)
                : named(DeclaredTables.plain(claim.subject()), wanted, columns);
    }

    private @Nullable Sighting named(String table, Set<String> wanted, TreeMap<String, Set<String>> columns) {
        var pattern = HOLE.matcher(table).find() ? pattern(table) : Pattern.compile(Pattern.quote(table));
        var meant = columns.keySet().stream()
                .filter(name -> pattern.matcher(name).matches())
                .toList();
        if (meant.isEmpty()) {
            return null;
        }
        var best = meant.stream()
                .map(name -> missing(wanted, columns.getOrDefault(name, Set.of())))
                .min((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow();
        var place = place(meant.getFirst());
        var which = meant.size() == 1 ? meant.getFirst() : meant.size() + " tables like " + table;
        return best.isEmpty()
                ? Sighting.right(shown(wanted), "schemas: " + which + " has all of them, " + place, List.of(place))
                : Sighting.wrong(
                        "no " + shown(best),
                        "schemas: " + which + " has no " + shown(best) + ", " + place,
                        List.of(place));
    }

    private static Pattern pattern(String table) {
        return Pattern.compile(HOLE.splitAsStream(table).map(Pattern::quote).collect(Collectors.joining("[\\w$]+"))
                + (table.matches(".*[}>*]") ? "[\\w$]+" : ""));
    }

    private @Nullable Sighting result(Claim claim, Set<String> wanted, TreeMap<String, Set<String>> columns) {
        var source = claim.source();
        var text = source == null
                ? ""
                : tree.read(source.document()).map(found -> found.text()).orElse("");
        var from = sources(text, columns.keySet());
        if (from.isEmpty() || !JOINS.matcher(text).find()) {
            return null;
        }
        var there = from.stream()
                .flatMap(table -> columns.getOrDefault(table, Set.of()).stream())
                .collect(Collectors.toSet());
        var missing = wanted.stream()
                .filter(name -> there.stream().noneMatch(column -> comesOf(name, column)))
                .collect(Collectors.toCollection(TreeSet::new));
        var place = place(from.first());
        var because =
                "schemas: of " + from.size() + " tables that it is made of, none has " + shown(missing) + ", " + place;
        return missing.isEmpty()
                ? Sighting.right(
                        shown(wanted),
                        "schemas: each is a column of a table that it is made of, " + place,
                        List.of(place))
                : missing.size() == wanted.size()
                        ? Sighting.wrong("no " + shown(missing), because, List.of(place))
                        : Sighting.open(because + "; the result may compute it", List.of(place));
    }

    /// A join may put the source's name before or behind a column.
    private static boolean comesOf(String name, String column) {
        return name.equals(column) || name.endsWith("_" + column) || name.startsWith(column + "_");
    }

    /// Tables that the document names, and those of a family that it calls by its capitals: `LAG tables` are
    /// those whose names begin with `lag_`.
    private static TreeSet<String> sources(String text, Set<String> known) {
        var from = new TreeSet<String>();
        NAME.matcher(text)
                .results()
                .map(found -> (found.group(1) == null ? found.group(2) : found.group(1)).toLowerCase(Locale.ROOT))
                .filter(known::contains)
                .forEach(from::add);
        FAMILY.matcher(text).results().forEach(found -> {
            var family = (found.group(1) == null ? found.group(2) : found.group(1)).toLowerCase(Locale.ROOT) + "_";
            known.stream().filter(table -> table.startsWith(family)).forEach(from::add);
        });
        return from;
    }

    private static TreeSet<String> missing(Set<String> wanted, Set<String> columns) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(columns);
        return missing;
    }

    private static String shown(Set<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", ..." : "");
    }

    private String place(String table) {
        return tables.stream()
                .filter(some -> some.columns().containsKey(table))
                .map(some -> some.place(table))
                .findFirst()
                .orElse("");
    }
}
