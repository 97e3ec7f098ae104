package muster.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tables as the repository's SQL declares them: every column that a `CREATE TABLE` or an `ALTER TABLE` gives one,
/// in whatever file. One that takes columns over from elsewhere is not known.
///
/// @param columns by table
/// @param places the file that declares each first
record DeclaredTables(SortedMap<String, Set<String>> columns, Map<String, String> places) implements Tables {
    private static final String NAME = "((?:[`\"\\[]?[\\w$-]+[`\"\\]]?\\.){0,3}[`\"\\[]?[\\w$-]+[`\"\\]]?)";
    private static final Pattern CREATE = Pattern.compile(
            "(?is)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:(?:external|unlogged|global|foreign)\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + NAME + "\\s*\\(");
    private static final Pattern ADD = Pattern.compile(
            "(?is)\\balter\\s+table\\s+(?:only\\s+|if\\s+exists\\s+)*" + NAME
                    + "\\s+(?:add\\s+(?:column\\s+)?(?:if\\s+not\\s+exists\\s+)?|rename\\s+(?:column\\s+)?\\S+\\s+to\\s+)[`\"\\[]?(\\w+)");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile("\\s*[`\"\\[]?([\\w$]+)[`\"\\]]?(.*)", Pattern.DOTALL);
    private static final Set<String> NO_COLUMN = Set.of(
            "primary",
            "foreign",
            "constraint",
            "unique",
            "check",
            "key",
            "index",
            "exclude",
            "partition",
            "period",
            "fulltext",
            "spatial");
    private static final Set<String> TAKEN_OVER = Set.of("like", "inherits", "select", "with");
    private static final int MOST_FILES = 2_000;
    private static final int LARGEST = 2 << 20;

    static DeclaredTables in(Tree tree) {
        var declared = new DeclaredTables(new TreeMap<>(), new TreeMap<>());
        var unknown = new HashSet<String>();
        tree.files().stream()
                .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".sql"))
                .limit(MOST_FILES)
                .forEach(file -> tree.read(file)
                        .filter(found -> found.content().remaining() <= LARGEST)
                        .ifPresent(found -> declared.read(
                                file, COMMENT.matcher(found.text()).replaceAll(" "), unknown)));
        declared.columns().keySet().removeAll(unknown);
        return new DeclaredTables(Collections.unmodifiableSortedMap(declared.columns()), Map.copyOf(declared.places()));
    }

    private void read(String file, String sql, Set<String> unknown) {
        var create = CREATE.matcher(sql);
        while (create.find()) {
            var table = plain(create.group(1));
            for (var part : parts(sql, create.end())) {
                part(table, part, unknown);
            }
            places.putIfAbsent(table, file);
        }
        ADD.matcher(sql).results().forEach(added -> {
            var known = columns.get(plain(added.group(1)));
            if (known != null) {
                known.add(added.group(2).toLowerCase(Locale.ROOT));
            }
        });
    }

    private void part(String table, String part, Set<String> unknown) {
        var first = FIRST.matcher(part);
        var word = first.matches() ? first.group(1).toLowerCase(Locale.ROOT) : "";
        if (TAKEN_OVER.contains(word)) {
            unknown.add(table);
        } else if (!word.isEmpty()
                && !(NO_COLUMN.contains(word) && !first.group(2).isBlank() && isUnquoted(part))) {
            columns.computeIfAbsent(table, _ -> new HashSet<>()).add(word);
        }
    }

    private static boolean isUnquoted(String part) {
        return Character.isLetter(part.strip().charAt(0));
    }

    /// What stands between the commas up to the parenthesis that closes.
    private static List<String> parts(String sql, int begin) {
        var parts = new ArrayList<String>();
        var depth = 1;
        var from = begin;
        for (var at = begin; at < sql.length() && depth > 0; at++) {
            var c = sql.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 || (depth == 1 && c == ',')) {
                parts.add(sql.substring(from, at));
                from = at + 1;
            }
        }
        return parts;
    }

    /// The name without its schema, quotes and case.
    static String plain(String name) {
        var bare = name.replaceAll("[`\"\\[\\]]", "");
        return bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// Declarations hold no rows.
    @Override
    public @Nullable Keys keys(List<String> tables, String key) {
        return null;
    }

    @Override
    public String place(String table) {
        return places.getOrDefault(table, "");
    }
}
