package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Capabilities;
import muster.packs.warehouse.sql.Catalog;
import org.jspecify.annotations.Nullable;

/// Which renames can be carried out, and which wait for a decision. All are checked before the first one starts.
///
/// @param chains the renames that can, each with those it has to happen with
/// @param holders who bears the name that a table was to get, by table
record RenamePlan(List<Chain> chains, List<Decision> decisions, Map<String, String> holders) {
    RenamePlan {
        chains = List.copyOf(chains);
        decisions = List.copyOf(decisions);
        holders = Map.copyOf(holders);
    }

    /// What becomes of the old name.
    enum OldName {
        /// A view of that name reads the renamed table, unless another table takes the name.
        GRACE,
        /// It is gone at once.
        GONE
    }

    /// @param objection why a name does not keep the standard; null if it does
    record Rules(Function<String, @Nullable String> objection, OldName oldName, Capabilities engine) {}

    /// The renames that can be carried out.
    List<Renaming> renamings() {
        return chains.stream().flatMap(each -> each.renamings().stream()).toList();
    }

    /// The same, with tables that wait for another reason.
    RenamePlan and(List<Decision> more) {
        return new RenamePlan(
                chains, Stream.concat(decisions.stream(), more.stream()).toList(), holders);
    }

    static RenamePlan check(List<Renaming> wanted, Surroundings around, Rules rules) {
        var obstacles = new Obstacles(wanted, around, rules).found();
        var free = wanted.stream()
                .filter(each -> !obstacles.containsKey(each.from()))
                .toList();
        var decisions = new ArrayList<Decision>();
        var taken = new HashMap<String, String>();
        var holders = Obstacles.holders(around.catalog());
        for (var each : wanted) {
            var obstacle = obstacles.get(each.from());
            if (obstacle != null) {
                decisions.add(new Decision(each.from(), obstacle));
                holder(each, obstacle, holders).ifPresent(holder -> taken.put(each.from(), holder));
            }
        }
        return new RenamePlan(Chain.of(free), decisions, taken);
    }

    /// Who bears the name, if that is the obstacle.
    private static Optional<String> holder(Renaming each, String obstacle, Map<String, String> holders) {
        return Optional.ofNullable(holders.get(Catalog.folded(each.to())))
                .filter(holder -> obstacle.equals(Obstacles.taken(each, holder)));
    }
}
