package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;

/// Renames that can only happen together, since each takes the name that the next one gives up; a cycle if
/// the last takes the name of the first. Most have one member.
///
/// @param renamings in that order
record Chain(List<Renaming> renamings) {
    /// The name that breaks a cycle. It is given and taken within one transaction.
    static final String ON_THE_WAY = Catalog.OWN_PREFIX + "on_the_way";

    Chain {
        renamings = List.copyOf(renamings);
    }

    /// One statement's worth of a chain.
    ///
    /// @param table the name under which the table was found
    record Step(String table, String from, String to) {}

    /// Joins the renames that depend on each other, in the order of their first members.
    ///
    /// @param renamings no name is taken twice
    static List<Chain> of(List<Renaming> renamings) {
        var givenUp = new HashMap<String, Renaming>();
        renamings.forEach(each -> givenUp.put(Catalog.folded(each.from()), each));
        var taken = renamings.stream().map(each -> Catalog.folded(each.to())).collect(Collectors.toSet());
        var waiting = new LinkedHashSet<>(renamings);
        var chains = new ArrayList<Chain>();
        renamings.stream()
                .filter(each -> !taken.contains(Catalog.folded(each.from())))
                .forEach(head -> chains.add(from(head, waiting, givenUp)));
        while (!waiting.isEmpty()) {
            chains.add(from(waiting.getFirst(), waiting, givenUp));
        }
        return chains;
    }

    private static Chain from(Renaming head, Set<Renaming> waiting, Map<String, Renaming> givenUp) {
        var members = new ArrayList<Renaming>();
        for (var each = head; waiting.remove(each); each = givenUp.getOrDefault(Catalog.folded(each.to()), head)) {
            members.add(each);
        }
        return new Chain(members);
    }

    /// The last first, since its name is free; a cycle gets one name on the way.
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        var first = renamings.getFirst();
        if (isCycle()) {
            steps.add(new Step(first.from(), first.from(), ON_THE_WAY));
        }
        for (var each : renamings.reversed()) {
            boolean moved = isCycle() && each.equals(first);
            steps.add(new Step(each.from(), moved ? ON_THE_WAY : each.from(), each.to()));
        }
        return steps;
    }

    /// Whether one of these tables is renamed in it.
    boolean has(Set<String> tables) {
        return renamings.stream().map(Renaming::from).anyMatch(tables::contains);
    }

    /// The renames whose old name nobody takes, so that a view may bear it.
    List<Renaming> leaving() {
        return isCycle() ? List.of() : List.of(renamings.getFirst());
    }

    private boolean isCycle() {
        return same(renamings.getLast().to(), renamings.getFirst().from());
    }

    private static boolean same(String first, String second) {
        return Catalog.folded(first).equals(Catalog.folded(second));
    }
}
