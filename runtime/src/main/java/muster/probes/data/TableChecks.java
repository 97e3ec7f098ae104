package muster.probes.data;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.DataProbe;

/// Compares one table with its description.
record TableChecks(Reader reader, TableQueries queries, RowCount count, Notes notes) {
    /// Clocks of machines that are kept right differ by less.
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    Observation seen(String kind, Instant now) throws SQLException {
        columns();
        types();
        rows();
        if (count.rows() > 0) {
            nulls();
            keys();
            freshness(now);
        } else if (ofRows().findAny().isPresent()) {
            notes.open("no-rows", "it has no rows, which proves nothing of what stands in them");
        }
        notes.found(count.differing(expected().table()));
        return count.attributed(notes.judged(kind, expected().table() + " is as described"));
    }

    private DataProbe.TableState expected() {
        return queries.expected();
    }

    /// Everything asked of what stands in rows.
    private Stream<String> ofRows() {
        var freshness = expected().freshness();
        var time = freshness == null ? Stream.<String>empty() : Stream.of(freshness.column());
        return Stream.of(expected().nullShare().keySet().stream(), expected().unique().stream(), time)
                .flatMap(each -> each);
    }

    private void columns() {
        Stream.concat(expected().types().keySet().stream(), ofRows())
                .distinct()
                .filter(name -> queries.columns().held(name) == null)
                .forEach(name -> notes.defect("unknown-column", "it has no column " + name));
    }

    private void types() {
        expected().types().forEach((name, type) -> {
            var column = queries.columns().held(name);
            var held = column == null ? null : queries.columns().types().get(column);
            if (held != null && !TypeNames.same(reader.engine(), type, held)) {
                notes.defect("type-differs", name + " is " + held + ", expected " + type);
            }
        });
    }

    private void rows() {
        var rows = expected().rows();
        if (rows != null) {
            var number = new Value.Numeric(BigDecimal.valueOf(count.rows()));
            notes.compared("rows-differ", "rows", Matching.match(rows, number));
        }
    }

    private void nulls() throws SQLException {
        var names = expected().nullShare().keySet().stream()
                .filter(name -> queries.columns().held(name) != null)
                .toList();
        if (names.isEmpty()) {
            return;
        }
        var filled = reader.rows(queries.filled()).getFirst();
        for (int i = 0; i < names.size(); i++) {
            share(names.get(i), Long.parseLong(String.valueOf(filled.get(i))));
        }
    }

    /// Compared by numbers of rows, because shares are rounded.
    private void share(String name, long filled) {
        long empty = count.rows() - filled;
        var share = (double) empty / count.rows();
        notes.measured("null-share-" + name, share);
        var allowed = expected().nullShare().get(name);
        if (allowed != null && share > allowed.value()) {
            notes.defect(
                    "too-many-nulls",
                    name + " is null in " + empty + " of " + count.rows() + " rows, which is more than " + allowed);
        }
    }

    private void keys() throws SQLException {
        var key = expected().unique();
        if (key.isEmpty() || !queries.isWhole(key)) {
            return;
        }
        found("duplicate-key", reader.number(queries.repeated()), "values of " + key + " stand in several rows");
        found("null-in-key", reader.number(queries.keyless()), "rows lack a part of " + key);
    }

    private void found(String code, long number, String what) {
        notes.measured(code, number);
        if (number > 0) {
            notes.defect(code, number + " " + what);
        }
    }

    private void freshness(Instant now) throws SQLException {
        var wanted = expected().freshness();
        var column = queries.time();
        if (wanted == null || column == null) {
            return;
        }
        switch (column.newest(reader)) {
            case Newest.Between newest -> aged(newest, wanted, now);
            case Newest.Unreadable(String why) -> notes.open("unreadable-time", why);
        }
    }

    private void aged(Newest.Between newest, DataProbe.Freshness wanted, Instant now) {
        notes.measured("newest", newest.earliest());
        var place = wanted.column() + " ends at " + newest.earliest() + ", ";
        if (newest.earliest().isAfter(now.plus(CLOCKS))) {
            notes.defect("in-the-future", place + "which is still to come at " + now);
        } else if (newest.isOlderThan(wanted.oldest(), now)) {
            notes.defect(
                    "stale",
                    wanted.column() + " ends at " + newest.latest() + ", more than " + wanted.oldest() + " before "
                            + now);
        } else if (!newest.isAtMost(wanted.oldest(), now)) {
            notes.open(
                    "no-time-zone",
                    wanted.column() + " holds times without a zone; whether they are older than " + wanted.oldest()
                            + " depends on it");
        }
    }
}
