package muster.probes.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import muster.plan.DataProbe;
import org.jspecify.annotations.Nullable;

/// What is asked of a table to find out whether it is as described.
record TableQueries(Relation relation, Columns columns, DataProbe.TableState expected) {

    /// All that read rows of the table.
    List<String> all() {
        var all = new ArrayList<String>();
        all.add("SELECT COUNT(*) FROM " + relation.quoted());
        if (!held(expected.nullShare().keySet()).isEmpty()) {
            all.add(filled());
        }
        if (!expected.unique().isEmpty() && isWhole(expected.unique())) {
            all.add(repeated());
            all.add(keyless());
        }
        var newest = newest();
        if (!newest.isEmpty()) {
            all.add(newest);
        }
        return all;
    }

    boolean isWhole(Collection<String> written) {
        return held(written).size() == written.size();
    }

    /// The columns that are there, as the table spells them.
    List<String> held(Collection<String> written) {
        return written.stream().map(columns::held).filter(name -> name != null).toList();
    }

    /// How many values each column has, in the order of the names.
    String filled() {
        return held(expected.nullShare().keySet()).stream()
                .map(column -> "COUNT(" + Engine.quoted(column) + ")")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + relation.quoted()));
    }

    /// How many keys stand in more than one row.
    String repeated() {
        var names = names(", ");
        return "SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + relation.quoted() + " WHERE "
                + names(" IS NOT NULL AND ") + " IS NOT NULL GROUP BY " + names + " HAVING COUNT(*) > 1) AS repeated";
    }

    /// How many rows lack a part of the key.
    String keyless() {
        return "SELECT COUNT(*) FROM " + relation.quoted() + " WHERE " + names(" IS NULL OR ") + " IS NULL";
    }

    private String names(String between) {
        return held(expected.unique()).stream().map(Engine::quoted).collect(Collectors.joining(between));
    }

    private String newest() {
        var column = time();
        return column == null ? "" : column.sql(columns.engine());
    }

    /// The column whose newest time is asked for, if it is and if there is such a column.
    @Nullable
    TimeColumn time() {
        var freshness = expected.freshness();
        var column = freshness == null ? null : columns.held(freshness.column());
        return freshness == null || column == null
                ? null
                : new TimeColumn(
                        relation,
                        column,
                        Newest.Writing.of(columns.types().getOrDefault(column, "")),
                        freshness.zone());
    }
}
