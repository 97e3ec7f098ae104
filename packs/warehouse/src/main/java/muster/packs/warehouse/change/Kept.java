package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.List;
import muster.packs.warehouse.sql.Catalog;

/// What one group of a consolidation has put aside and is still there.
///
/// @param target the table that was made
/// @param sources the changes that put each aside
record Kept(String target, List<Change> sources) {
    Kept {
        sources = List.copyOf(sources);
    }

    /// @param changes of a consolidation, the latest first: a group's table is written down before its sources
    static List<Kept> groups(List<Change> changes, Catalog catalog) {
        var groups = new ArrayList<Kept>();
        var sources = new ArrayList<Change>();
        for (var change : changes) {
            if (change.kind() == Change.Kind.KEPT && catalog.has(change.to(), Catalog.Kind.TABLE)) {
                sources.add(change);
            } else if (change.kind() == Change.Kind.CREATED && !sources.isEmpty()) {
                groups.addFirst(new Kept(change.to(), sources.reversed()));
                sources.clear();
            }
        }
        return groups;
    }

    /// The names under which the sources are kept.
    List<String> names() {
        return sources.stream().map(Change::to).toList();
    }

    /// Nothing that the engine would not leave behind needs a source.
    void unneeded(Dependants dependants) throws BrokenInvariant {
        for (var name : names()) {
            BrokenInvariant.unless(
                    dependants.on(name) == null,
                    "%s depends on %s: it has to go first, or to read %s".formatted(dependants.on(name), name, target));
        }
    }

    /// No view stands under an old name, and the result is a table.
    void unread(Catalog catalog) throws BrokenInvariant {
        BrokenInvariant.unless(catalog.has(target, Catalog.Kind.TABLE), target + " is not a table any more");
        for (var source : sources) {
            BrokenInvariant.unless(
                    !catalog.has(source.from(), Catalog.Kind.VIEW),
                    "the view " + source.from() + " still reads a source: drop it when its time is over");
        }
    }
}
