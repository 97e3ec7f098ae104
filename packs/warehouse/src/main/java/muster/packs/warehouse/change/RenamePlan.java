package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Capabilities;
import muster.packs.warehouse.sql.Catalog;
import org.jspecify.annotations.Nullable;

/// Which renames can be carried out, and which wait for a decision. All are checked before the first one starts.
///
/// @param holders who bears the name that a table was to get, by table
record RenamePlan(List<Renaming> renamings, List<Decision> decisions, Map<String, String> holders) {
    RenamePlan {
        renamings = List.copyOf(renamings);
        decisions = List.copyOf(decisions);
        holders = Map.copyOf(holders);
    }

    /// What becomes of the old name.
    enum OldName {
        /// A view of that name reads the renamed table.
        GRACE,
        /// It is gone at once.
        GONE
    }

    /// @param legal whether a name keeps the standard
    record Rules(Predicate<String> legal, OldName oldName, Capabilities engine) {}

    static RenamePlan check(List<Renaming> wanted, Surroundings around, Rules rules) {
        Map<String, Long> wishes = wanted.stream()
                .collect(Collectors.groupingBy(each -> Catalog.folded(each.to()), Collectors.counting()));
        var holders = around.catalog().relations().keySet().stream()
                .collect(Collectors.toMap(Catalog::folded, each -> each, (first, second) -> first));
        var free = new ArrayList<Renaming>();
        var decisions = new ArrayList<Decision>();
        var taken = new HashMap<String, String>();
        for (var each : wanted) {
            var obstacle =
                    firstNonNull(obstacleAtTarget(each, wishes, holders, rules), obstacleAtSource(each, around, rules));
            if (obstacle == null) {
                free.add(each);
            } else {
                decisions.add(new Decision(each.from(), obstacle));
                holder(each, obstacle, holders).ifPresent(holder -> taken.put(each.from(), holder));
            }
        }
        return new RenamePlan(free, decisions, taken);
    }

    private static @Nullable String obstacleAtTarget(
            Renaming each, Map<String, Long> wishes, Map<String, String> holders, Rules rules) {
        var folded = Catalog.folded(each.to());
        if (rules.engine().cuts(each.to())) {
            return each.to() + " is longer than the " + rules.engine().longestName() + " bytes that the engine keeps";
        }
        if (!rules.legal().test(each.to())) {
            return each.to() + " does not keep the naming standard";
        }
        if (wishes.getOrDefault(folded, 0L) > 1) {
            return each.to() + " is the target of " + wishes.get(folded) + " tables";
        }
        var holder = holders.get(folded);
        return holder == null ? null : taken(each, holder);
    }

    /// Who bears the name, if that is the obstacle.
    private static Optional<String> holder(Renaming each, String obstacle, Map<String, String> holders) {
        return Optional.ofNullable(holders.get(Catalog.folded(each.to())))
                .filter(holder -> obstacle.equals(taken(each, holder)));
    }

    private static String taken(Renaming each, String holder) {
        return each.to() + " is taken by " + holder + ": which copy is current?";
    }

    private static @Nullable String obstacleAtSource(Renaming each, Surroundings around, Rules rules) {
        if (!around.catalog().has(each.from(), Catalog.Kind.TABLE)) {
            return each.from() + " is not a table of the warehouse";
        }
        if (around.blocked().contains(each.from())) {
            return "an index or a foreign key keeps the engine from renaming it";
        }
        var view = around.dependents().get(each.from());
        boolean safe = rules.oldName() == OldName.GRACE || rules.engine().views() == Capabilities.Views.FOLLOW;
        return view == null || safe ? null : "view " + view + " reads it and would break";
    }

    private static @Nullable String firstNonNull(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
