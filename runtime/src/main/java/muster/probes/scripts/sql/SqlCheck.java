package muster.probes.scripts.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.probes.data.Catalogue;
import org.jspecify.annotations.Nullable;

/// Compares the tables and columns that SQL names with those that are there.
public record SqlCheck(Catalogue catalogue) {
    /// Findings of one kind in one text; more say nothing more.
    private static final int MOST = 100;

    /// Columns of one query that are looked up.
    private static final int MOST_COLUMNS = 2_000;

    private static final Pattern LIKE = Pattern.compile(
            "\\bLIKE\\s{1,20}[rRbB]?(?:'([^']{0,300})'|\"([^\"]{0,300})\")(?!\\s{0,20}ESCAPE)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_UNDERSCORE = Pattern.compile("(?<!\\\\)_");

    /// Datasets that scripts name and that are connected here under another name, because one of their tables
    /// is here.
    public Set<String> homes(List<SqlUses> everything) {
        return everything.stream()
                .flatMap(uses -> uses.tables().stream())
                .filter(table -> table.path().size() > 1 && isNamed(table))
                .filter(table -> !catalogue.matching(table.name()).isEmpty())
                .map(SqlCheck::dataset)
                .collect(Collectors.toSet());
    }

    /// @param place turns an offset in the SQL into a place of the script
    /// @param created tables that the script itself brings into being
    public List<Finding> references(SqlUses uses, Set<String> homes, Set<String> created, IntFunction<String> place) {
        var absent = uses.tables().stream()
                .filter(table -> table.role() != SqlUses.Role.CREATE && !isThere(table))
                .filter(table -> !created.contains(lower(table.name())))
                .limit(MOST)
                .toList();
        var findings = new ArrayList<Finding>();
        switch (catalogue.standing()) {
            case UNKNOWN -> findings.addAll(tables(uses).isEmpty() ? List.of() : unchecked(uses, place));
            case LISTED -> {
                findings.addAll(tables(uses).isEmpty() ? List.of() : unchecked(uses, place));
                absent.stream()
                        .filter(table -> isOfHome(table, homes))
                        .forEach(table -> findings.add(unlisted(table, place)));
                uses.queries().stream()
                        .limit(MOST)
                        .flatMap(query -> columns(query, place).stream())
                        .map(SqlCheck::doubted)
                        .forEach(findings::add);
            }
            case LIVE -> {
                absent.forEach(table -> findings.add(unknown(table, homes, place)));
                uses.queries().stream().limit(MOST).forEach(query -> findings.addAll(columns(query, place)));
            }
        }
        return findings;
    }

    private static boolean isOfHome(SqlUses.Table table, Set<String> homes) {
        return table.path().size() > 1 && homes.contains(dataset(table));
    }

    private Finding unlisted(SqlUses.Table table, IntFunction<String> place) {
        return Findings.remark(
                "unlisted-table",
                place.apply(table.offset()),
                catalogue.listing() + " lists no table " + shown(String.join(".", table.path())));
    }

    /// What a listing alone tells: the database may know better.
    private static Finding doubted(Finding unknown) {
        return Findings.remark(
                "unlisted-column",
                unknown.place(),
                unknown.message().replace("there is no column", "by the listing there is no column"));
    }

    /// Names of the tables that come into being, in small letters.
    public static Set<String> created(SqlUses uses) {
        return uses.tables().stream()
                .filter(table -> table.role() == SqlUses.Role.CREATE)
                .map(table -> lower(table.name()))
                .collect(Collectors.toSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// Names of the tables, holes shown as `*`, sorted.
    public static Set<String> tables(SqlUses uses) {
        var names = new TreeSet<String>();
        uses.tables().stream().filter(SqlCheck::isNamed).forEach(table -> names.add(shown(table.name())));
        return names;
    }

    public static List<Finding> lints(String sql, IntFunction<String> place) {
        var findings = new ArrayList<Finding>();
        var match = LIKE.matcher(sql);
        while (match.find() && findings.size() < MOST) {
            var sought = match.group(1) == null ? match.group(2) : match.group(1);
            if (BARE_UNDERSCORE.matcher(sought).find()) {
                findings.add(Findings.remark(
                        "like-underscore-wildcard",
                        place.apply(match.start()),
                        "in LIKE '" + shown(sought) + "' each _ stands for any character, not for itself"));
            }
        }
        return findings;
    }

    private static List<Finding> unchecked(SqlUses uses, IntFunction<String> place) {
        var first = uses.tables().getFirst();
        return List.of(Findings.remark(
                "unchecked-table",
                place.apply(first.offset()),
                "no database is connected in which " + shown(first.name()) + " could be looked up"));
    }

    private Finding unknown(SqlUses.Table table, Set<String> homes, IntFunction<String> place) {
        var name = shown(String.join(".", table.path()));
        boolean home = table.path().size() == 1 || catalogue.isHome(dataset(table)) || homes.contains(dataset(table));
        return home
                ? Findings.defect("unknown-table", place.apply(table.offset()), "there is no table " + name)
                : Findings.remark(
                        "unchecked-table", place.apply(table.offset()), name + " lies outside the connected databases");
    }

    private boolean isThere(SqlUses.Table table) {
        return !isNamed(table) || !catalogue.matching(table.name()).isEmpty();
    }

    /// False for what cannot be looked up: a name of which nothing is known, and the database's own tables.
    private static boolean isNamed(SqlUses.Table table) {
        var path = String.join(".", table.path()).toLowerCase(Locale.ROOT);
        return !path.contains("information_schema")
                && !path.contains("__tables__")
                && table.name().chars().anyMatch(c -> c != Sql.HOLE && c != '_');
    }

    private List<Finding> columns(SqlUses.Query query, IntFunction<String> place) {
        var findings = new ArrayList<Finding>();
        for (var column : query.columns()
                .subList(0, Math.min(MOST_COLUMNS, query.columns().size()))) {
            var seen = visible(query, column);
            if (seen != null
                    && column.name().indexOf(Sql.HOLE) < 0
                    && !seen.contains(column.name().toLowerCase(Locale.ROOT))) {
                findings.add(Findings.defect(
                        "unknown-column",
                        place.apply(column.offset()),
                        "there is no column " + column.name() + " in " + where(query, column)));
            }
        }
        return findings;
    }

    /// All columns that a name can mean at its place; none if that cannot be known.
    private @Nullable Set<String> visible(SqlUses.Query query, SqlUses.Column column) {
        var names = new HashSet<String>();
        var sources = new ArrayList<SqlUses.Source>();
        for (var around = query; around != null; around = around.outer()) {
            around.sources().stream().filter(source -> mayMean(column, source)).forEach(sources::add);
            names.addAll(around.aliases());
        }
        for (var source : sources) {
            var columns = columns(source);
            if (columns == null) {
                return null;
            }
            names.addAll(columns);
            names.add(source.alias());
        }
        return sources.isEmpty() ? null : names;
    }

    private static boolean mayMean(SqlUses.Column column, SqlUses.Source source) {
        return column.qualifier().isEmpty() || source.alias().equals(column.qualifier());
    }

    private @Nullable Set<String> columns(SqlUses.Source source) {
        var table = source.table();
        if (table == null || !isNamed(table)) {
            return null;
        }
        var tables = catalogue.matching(table.name());
        return tables.isEmpty() ? null : catalogue.columns(tables);
    }

    private static String where(SqlUses.Query query, SqlUses.Column column) {
        var names = new TreeSet<String>();
        for (var source : query.sources()) {
            var table = source.table();
            if (table != null && mayMean(column, source)) {
                names.add(shown(table.name()));
            }
        }
        return String.join(", ", names);
    }

    private static String dataset(SqlUses.Table table) {
        return table.path().get(table.path().size() - 2).toLowerCase(Locale.ROOT);
    }

    static String shown(String name) {
        return name.replaceAll(Sql.HOLE + "+", "*");
    }
}
