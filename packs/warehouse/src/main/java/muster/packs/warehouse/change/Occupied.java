package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        var alike = new ArrayList<Pair>();
        for (var pair : pairs) {
            if (!catalog.has(pair.holder(), Catalog.Kind.TABLE)) {
                evidence.put(pair.table(), "It is a view.");
            } else if (!digest(digests, pair.table()).equals(digest(digests, pair.holder()))) {
                evidence.put(pair.table(), "They have other columns.");
            } else {
                alike.add(pair);
            }
        }
        var columns = columns(alike, digests);
        var keyed = alike.stream()
                .collect(Collectors.partitioningBy(
                        pair -> columns.getOrDefault(pair.table(), List.of()).contains(Merge.KEY)));
        counted(keyed.getOrDefault(false, List.of()), evidence);
        printed(keyed.getOrDefault(true, List.of()), columns, evidence);
        return evidence;
    }

    private static String digest(Map<String, String> digests, String table) {
        return digests.getOrDefault(table, "");
    }

    /// The columns of each of these tables: asked for once for all that have the same.
    private Map<String, List<String>> columns(List<Pair> pairs, Map<String, String> digests) throws SQLException {
        var lists = new HashMap<String, List<String>>();
        var columns = new HashMap<String, List<String>>();
        for (var pair : pairs) {
            var digest = digest(digests, pair.table());
            if (!lists.containsKey(digest)) {
                lists.put(digest, Proofs.names(Contents.columns(session, pair.table())));
            }
            pair.both().forEach(table -> columns.put(table, lists.getOrDefault(digest, List.of())));
        }
        return columns;
    }

    private void counted(List<Pair> pairs, Map<String, String> evidence) throws SQLException {
        var rows = Contents.rows(
                session, pairs.stream().flatMap(pair -> pair.both().stream()).toList());
        pairs.forEach(pair -> evidence.put(
                pair.table(),
                "They have %d and %d rows."
                        .formatted(rows.getOrDefault(pair.table(), 0L), rows.getOrDefault(pair.holder(), 0L))));
    }

    private void printed(List<Pair> pairs, Map<String, List<String>> columns, Map<String, String> evidence)
            throws SQLException {
        var proofs = new Proofs(session);
        for (int from = 0; from < pairs.size(); from += PAIRS_PER_QUERY) {
            var some = pairs.subList(from, Math.min(pairs.size(), from + PAIRS_PER_QUERY));
            var parts = new LinkedHashMap<String, Map<String, List<String>>>();
            some.stream()
                    .flatMap(pair -> pair.both().stream())
                    .forEach(table -> parts.put(table, Map.of("row", columns.getOrDefault(table, List.of()))));
            var prints = Fingerprint.of(session, parts);
            for (var pair : some) {
                var print = prints.get(pair.table());
                evidence.put(
                        pair.table(),
                        print != null && print.equals(prints.get(pair.holder()))
                                ? "They are equal copies of %d rows.".formatted(print.rows())
                                : compared(proofs.source(pair.table()), proofs.source(pair.holder())));
            }
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
