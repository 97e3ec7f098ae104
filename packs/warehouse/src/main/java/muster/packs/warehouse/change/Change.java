package muster.packs.warehouse.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One change of the warehouse with what is needed to check it and to undo it.
///
/// @param from the name before; empty for a created table
/// @param rows rows at the time of the change
/// @param columns digest of the column list at that time
/// @param seq order within the key; 0 before it is written down
public record Change(Kind kind, String from, String to, long rows, String columns, long seq) {
    /// What was done.
    public enum Kind {
        /// A table bears another name.
        RENAMED,
        /// A table was put aside under a name of the pack.
        KEPT,
        /// A table was created.
        CREATED,
        /// A table that was put aside was dropped; `to` is empty.
        DROPPED
    }

    /// Whether the table bore this name only until the end of the transaction. See [Chain].
    public boolean isOnTheWay() {
        return to.equals(Chain.ON_THE_WAY);
    }

    /// The same change with its number.
    Change numbered(long number) {
        return new Change(kind, from, to, rows, columns, number);
    }

    /// Whether all are renames, none of which takes a name that another one took or gave up.
    static boolean independent(List<Change> changes) {
        var names = new HashSet<String>();
        return changes.stream()
                .allMatch(each -> each.kind() == Kind.RENAMED && names.add(each.from()) && names.add(each.to()));
    }

    /// What changes come to: for each table that bears another name than at first, both names.
    ///
    /// @param changes the latest first
    static Set<Renaming> sum(List<Change> changes) {
        var first = new HashMap<String, String>();
        for (var change : changes.reversed()) {
            var origin = first.remove(change.from());
            first.put(change.to(), origin == null ? change.from() : origin);
        }
        return first.entrySet().stream()
                .map(each -> new Renaming(each.getValue(), each.getKey()))
                .collect(Collectors.toSet());
    }

    /// The names that tables bore before any of these changes.
    ///
    /// @param changes the latest first
    static List<String> before(List<Change> changes) {
        var names = new HashMap<String, Boolean>();
        for (var change : changes.reversed()) {
            names.putIfAbsent(change.from(), true);
            names.putIfAbsent(change.to(), false);
        }
        names.remove("");
        return names.keySet().stream()
                .filter(name -> names.getOrDefault(name, false))
                .toList();
    }
}
