package muster.packs.warehouse.naming;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;

/// What is known: a standard and the tables that exist.
///
/// @param subjects words that only names of tables hold, such as pairs
/// @param written tables by their words in order
/// @param byFamily the tables that begin like each family of the standard, in order
public record KnownTables(
        NamingStandard standard,
        Set<String> tables,
        Set<String> subjects,
        Map<String, String> written,
        Map<String, List<String>> byFamily) {
    public KnownTables {
        tables = Set.copyOf(tables);
        subjects = Set.copyOf(subjects);
        written = Map.copyOf(written);
        byFamily = Map.copyOf(byFamily);
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
        return new KnownTables(standard, new HashSet<>(tables), subjects, written, byFamily(standard, tables));
    }

    private static Map<String, List<String>> byFamily(NamingStandard standard, Collection<String> tables) {
        var sorted = List.copyOf(new TreeSet<>(tables));
        return Stream.concat(standard.shapes().keySet().stream(), standard.ungoverned().keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        family -> family,
                        family -> sorted.stream()
                                .filter(each -> NamingStandard.folded(each).startsWith(family))
                                .toList()));
    }

    boolean isOfAFamily(String name) {
        return byFamily.containsKey(Components.of(name).texts().getFirst());
    }

    boolean isAboutASubject(String name) {
        return Components.of(name).texts().stream().anyMatch(subjects::contains);
    }

    /// The table of the same words in another order or writing, or the closest of the family within two edits.
    @Nullable
    String meant(String name) {
        var same = written.get(sorted(name));
        var family = Components.of(name).texts().getFirst();
        return same != null ? same : NearMiss.closest(name, byFamily.getOrDefault(family, List.of()));
    }

    private static String sorted(String name) {
        return String.join("_", Components.of(name).texts().stream().sorted().toList());
    }
}
