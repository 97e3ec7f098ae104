package muster.packs.warehouse.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Capabilities;
import muster.packs.warehouse.sql.Catalog;
import org.jspecify.annotations.Nullable;

/// What is in the way of each rename. A name that a table is about to give up is free, unless that table has
/// to stay; so the search ends when nothing more is found.
final class Obstacles {
    private final List<Renaming> wanted;
    private final Surroundings around;
    private final RenamePlan.Rules rules;
    private final Map<String, String> holders;
    private final Map<String, Long> wishes;
    private final Map<String, Long> bearers;

    /// Tables that still may give up their name, and folded names that still may be taken.
    private final Set<String> leaving = new HashSet<>();

    private final Map<String, Renaming> taking = new HashMap<>();

    Obstacles(List<Renaming> wanted, Surroundings around, RenamePlan.Rules rules) {
        this.wanted = wanted;
        this.around = around;
        this.rules = rules;
        this.holders = holders(around.catalog());
        this.wishes = wanted.stream()
                .collect(Collectors.groupingBy(each -> Catalog.folded(each.to()), Collectors.counting()));
        this.bearers = around.catalog().relations().keySet().stream()
                .collect(Collectors.groupingBy(Catalog::folded, Collectors.counting()));
        wanted.forEach(each -> {
            leaving.add(each.from());
            taking.put(Catalog.folded(each.to()), each);
        });
    }

    /// Existing names by how they are compared.
    static Map<String, String> holders(Catalog catalog) {
        return catalog.relations().keySet().stream()
                .collect(Collectors.toMap(Catalog::folded, each -> each, (first, second) -> first));
    }

    static String taken(Renaming each, String holder) {
        return each.to() + " is taken by " + holder + ": which copy is current?";
    }

    /// The first obstacle of each table that has one.
    Map<String, String> found() {
        var found = new HashMap<String, String>();
        int before = -1;
        while (before != found.size()) {
            before = found.size();
            wanted.forEach(each -> look(each, found));
        }
        return found;
    }

    private void look(Renaming each, Map<String, String> found) {
        var obstacle = found.containsKey(each.from()) ? null : obstacle(each);
        if (obstacle != null) {
            found.put(each.from(), obstacle);
            leaving.remove(each.from());
            taking.remove(Catalog.folded(each.to()), each);
        }
    }

    private @Nullable String obstacle(Renaming each) {
        var first = atTarget(each);
        return first == null ? atSource(each) : first;
    }

    private @Nullable String atTarget(Renaming each) {
        var folded = Catalog.folded(each.to());
        if (rules.engine().cuts(each.to())) {
            return each.to() + " is longer than the " + rules.engine().longestName() + " bytes that the engine keeps";
        }
        if (rules.engine().respells(each.to())) {
            return each.to() + " would be kept in lower case";
        }
        var objection = rules.objection().apply(each.to());
        if (objection != null) {
            return each.to() + " does not keep the naming standard: " + objection;
        }
        if (wishes.getOrDefault(folded, 0L) > 1) {
            return each.to() + " is the target of " + wishes.get(folded) + " tables";
        }
        if (each.from().equals(each.to())) {
            return each.from() + " bears that name already";
        }
        var holder = holders.get(folded);
        if (holder != null && leaving.contains(holder) && rules.engine().ddl() == Capabilities.Ddl.PER_STATEMENT) {
            return each.to()
                    + " is yet to be given up, and this engine, which takes no rename back with another, exchanges no names";
        }
        return holder == null || givesUp(holder) ? null : taken(each, holder);
    }

    /// Names are exchanged within one transaction, or not at all.
    private boolean givesUp(String holder) {
        return rules.engine().ddl() == Capabilities.Ddl.TRANSACTIONAL
                && leaving.contains(holder)
                && bearers.getOrDefault(Catalog.folded(holder), 0L) == 1;
    }

    private @Nullable String atSource(Renaming each) {
        if (!around.catalog().has(each.from(), Catalog.Kind.TABLE)) {
            return each.from() + " is not a table of the warehouse";
        }
        if (around.blocked().contains(each.from())) {
            return "an index or a foreign key keeps the engine from renaming it";
        }
        var view = around.dependents().get(each.from());
        if (view == null || rules.engine().views() == Capabilities.Views.FOLLOW) {
            return null;
        }
        if (taking.containsKey(Catalog.folded(each.from()))) {
            return "view " + view + " reads it and would read another table";
        }
        return rules.oldName() == RenamePlan.OldName.GRACE ? null : "view " + view + " reads it and would break";
    }
}
