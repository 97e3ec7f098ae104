package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One form of names: how many tables the standard's product promises, and which of them are not there.
///
/// @param expected names that fill the form and are in order; pairs that are unordered count once
/// @param beyond existing names of the form that no filling gives; only where some lists are left open
public record Gap(String form, int expected, int existing, List<String> missing, int beyond) {
    public Gap {
        missing = List.copyOf(missing);
    }

    /// Nobody makes so many tables; of a form with more names it is not told which are missing.
    private static final long MOST = 1_000_000;

    /// One answer per form that can be listed: those of the families, then those the standard expects by name. A
    /// form with a list that is open, such as words of so many letters, or with more than a million names promises
    /// nothing.
    public static List<Gap> analysis(NamingStandard standard, Collection<String> tables) {
        var existing = new HashSet<>(tables);
        var shapes = new LinkedHashSet<>(standard.shapes().values());
        return Stream.concat(shapes.stream(), standard.products().stream())
                .filter(shape -> shape.pattern().size() <= MOST)
                .map(shape -> of(shape, existing))
                .sorted((a, b) -> a.form().compareTo(b.form()))
                .toList();
    }

    private static Gap of(Shape shape, Set<String> existing) {
        var missing = new ArrayList<String>();
        int expected = 0;
        for (var name : (Iterable<String>) ordered(shape)::iterator) {
            expected++;
            if (!existing.contains(name)) {
                missing.add(name);
            }
        }
        long fitting = existing.stream().filter(shape::fits).count();
        int present = expected - missing.size();
        return new Gap(shape.pattern().text(), expected, present, missing, (int) fitting - present);
    }

    private static Stream<String> ordered(Shape shape) {
        return shape.pattern().fillings().filter(name -> shape.ordered(List.of(name.split("_"))));
    }
}
