package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import org.jspecify.annotations.Nullable;

/// What tells a table from the one that bears its target's name, so that a person can decide which is current.
///
/// @param catalog as it was found
record Occupied(Session session, Catalog catalog) {
    /// Pairs of tables that are read in one statement: Trino refuses 150 stages, and each table takes two.
    private static final int PAIRS_PER_QUERY = 20;

    /// A table and the holder of its target's name.
    private record Pair(String table, String holder) {
        List<String> both() {
            return List.of(table, holder);
        }
    }

    /// The decisions with the evidence for those whose target is taken.
    ///
    /// @param holders who bears the target's name, by table
    List<Decision> withEvidence(List<Decision> decisions, Map<String, String> holders) throws SQLException {
        var evidence = evidence(decisions.stream()
                .filter(each -> holders.containsKey(each.table()))
                .map(each -> new Pair(each.table(), holders.getOrDefault(each.table(), "")))
                .toList());
        return decisions.stream()
                .map(each -> evidence.containsKey(each.table())
                        ? new Decision(each.table(), each.question() + " " + evidence.get(each.table()))
                        : each)
                .toList();
    }

    /// In words, by table.
    private Map<String, String> evidence(List<Pair> pairs) throws SQLException {
        var evidence = new HashMap<String, String>();
        var digests = pairs.isEmpty() ? Map.<String, String>of() : Contents.columnDigests(session);
        var columns = new HashMap<String, List<String>>();
        var keyed = new ArrayList<Pair>();
        var unkeyed = new ArrayList<Pair>();
        for (var pair : pairs) {
            var digest = digests.getOrDefault(pair.table(), "");
            if (!catalog.has(pair.holder(), Catalog.Kind.TABLE)) {
                evidence.put(pair.table(), "It is a view.");
            } else if (!digest.equals(digests.get(pair.holder()))) {
                evidence.put(pair.table(), "They have other columns.");
            } else {
                if (!columns.containsKey(digest)) {
                    columns.put(digest, Proofs.names(Contents.columns(session, pair.table())));
                }
                (columns.getOrDefault(digest, List.of()).contains(Merge.KEY) ? keyed : unkeyed).add(pair);
            }
        }
        counted(unkeyed, evidence);
        for (int from = 0; from < keyed.size(); from += PAIRS_PER_QUERY) {
            var some = keyed.subList(from, Math.min(keyed.size(), from + PAIRS_PER_QUERY));
            var parts = new LinkedHashMap<String, Map<String, List<String>>>();
            some.stream()
                    .flatMap(pair -> pair.both().stream())
                    .forEach(table -> parts.put(
                            table, Map.of("row", columns.getOrDefault(digests.getOrDefault(table, ""), List.of()))));
            printed(some, Fingerprint.of(session, parts), evidence);
        }
        return evidence;
    }

    private void counted(List<Pair> pairs, Map<String, String> evidence) throws SQLException {
        var rows = Contents.rows(
                session, pairs.stream().flatMap(pair -> pair.both().stream()).toList());
        pairs.forEach(pair -> evidence.put(
                pair.table(),
                "They have %d and %d rows."
                        .formatted(rows.getOrDefault(pair.table(), 0L), rows.getOrDefault(pair.holder(), 0L))));
    }

    private void printed(List<Pair> pairs, Map<String, Fingerprint> prints, Map<String, String> evidence)
            throws SQLException {
        var proofs = new Proofs(session);
        for (var pair : pairs) {
            var print = prints.get(pair.table());
            evidence.put(
                    pair.table(),
                    print != null && print.equals(prints.get(pair.holder()))
                            ? "They are equal copies of %d rows.".formatted(print.rows())
                            : compared(proofs.source(pair.table()), proofs.source(pair.holder())));
        }
    }

    private String compared(Source table, Source holder) throws SQLException {
        var different = table.columns().stream()
                .filter(column -> !table.print().agrees(column, holder.print(), column))
                .toList();
        return "%s has %d rows until %s, %s has %d rows until %s; they differ in %s."
                .formatted(
                        table.table(),
                        table.print().rows(),
                        last(table.table()),
                        holder.table(),
                        holder.print().rows(),
                        last(holder.table()),
                        different);
    }

    private @Nullable String last(String table) throws SQLException {
        return session.one("SELECT CAST(max(%s) AS VARCHAR) FROM %s".formatted(Merge.KEY, Sql.identifier(table)))
                .values()
                .getFirst();
    }
}
