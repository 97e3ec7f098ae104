package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;

/// What is known: a standard and the tables that exist.
///
/// @param subjects words that only names of tables hold, such as pairs
public record KnownTables(
        NamingStandard standard, Set<String> tables, Set<String> subjects, Map<String, String> written) {
    public KnownTables {
        tables = Set.copyOf(tables);
        subjects = Set.copyOf(subjects);
        written = Map.copyOf(written);
    }

    /// @param lists the standard's lists whose words are subjects, such as `PAIR` and `CUR`
    public static KnownTables of(NamingStandard standard, Collection<String> tables, Set<String> lists) {
        var subjects = new HashSet<String>();
        standard.shapes().values().forEach(shape -> {
            var pattern = shape.pattern();
            for (int i = 0; i < pattern.symbols().size(); i++) {
                if (lists.contains(pattern.symbols().get(i))) {
                    subjects.addAll(pattern.values().get(i));
                }
            }
        });
        var written = new LinkedHashMap<String, String>();
        new TreeSet<>(tables).forEach(each -> written.putIfAbsent(sorted(each), each));
        return new KnownTables(standard, new HashSet<>(tables), subjects, written);
    }

    boolean speaksOfATable(String name) {
        var parts = Components.of(name).texts();
        var family = parts.getFirst();
        boolean governed =
                standard.shapes().containsKey(family) || standard.ungoverned().containsKey(family);
        return governed && (parts.stream().anyMatch(subjects::contains) || meant(name) != null);
    }

    /// The table of the same words in another order or writing, or the closest within two edits.
    @Nullable
    String meant(String name) {
        var same = written.get(sorted(name));
        return same != null ? same : NearMiss.closest(name, candidates(name));
    }

    private List<String> candidates(String name) {
        var family = Components.of(name).texts().getFirst();
        var candidates = new ArrayList<String>();
        tables.stream()
                .filter(each -> NamingStandard.folded(each).startsWith(family))
                .sorted()
                .forEach(candidates::add);
        return candidates;
    }

    private static String sorted(String name) {
        return String.join("_", Components.of(name).texts().stream().sorted().toList());
    }
}
