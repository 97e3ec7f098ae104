package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The components of a name put in the order that their form wants.
final class Arrangement {
    /// Orders of more components than these are not tried.
    private static final int MOST = 7;

    private Arrangement() {}

    /// The only order of these components, the first one kept, in which they fill the form; null if there is none, or
    /// more than one.
    static @Nullable List<String> only(List<String> components, Shape shape) {
        if (components.size() > MOST) {
            return null;
        }
        var fitting = new LinkedHashSet<List<String>>();
        var head = new ArrayList<>(components.subList(0, 1));
        collect(head, new ArrayList<>(components.subList(1, components.size())), shape, fitting);
        return fitting.size() == 1 ? fitting.iterator().next() : null;
    }

    private static void collect(List<String> chosen, List<String> left, Shape shape, Set<List<String>> fitting) {
        if (left.isEmpty() && shape.fits(String.join("_", chosen)) && shape.ordered(new ArrayList<>(chosen))) {
            fitting.add(List.copyOf(chosen));
        }
        for (int i = 0; i < left.size(); i++) {
            var rest = new ArrayList<>(left);
            chosen.addLast(rest.remove(i));
            collect(chosen, rest, shape, fitting);
            chosen.removeLast();
        }
    }
}
