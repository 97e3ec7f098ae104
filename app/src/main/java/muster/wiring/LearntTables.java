package muster.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Matcher;
import muster.plan.Need;
import muster.plan.Probe;

/// The tables of a warehouse as expectations: each with its rows, and how many there are.
final class LearntTables {
    private LearntTables() {}

    static List<Expectation> of(Inventory inventory) {
        var all = new ArrayList<Expectation>();
        all.add(expectation(
                "tables:" + Auditing.WAREHOUSE,
                inventory.tables().size() + " tables",
                new Probe.Listing(Auditing.WAREHOUSE, inventory.tables().size())));
        var taken = new HashSet<String>();
        for (var table : new TreeSet<>(inventory.tables())) {
            all.add(expectation(
                    LearningCandidates.id("table:" + table, taken), "Table " + table, state(table, inventory.rows())));
        }
        return all;
    }

    private static Probe state(String table, Map<String, Long> rows) {
        return new DataProbe.TableState(
                Auditing.WAREHOUSE,
                table,
                new Matcher.Equal(String.valueOf(rows.getOrDefault(table, 0L))),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                null);
    }

    private static Expectation expectation(String id, String title, Probe probe) {
        return new Expectation(
                new ExpectationId(id),
                title,
                "tables",
                Need.REQUIRED,
                AssuranceLevel.EXISTS,
                probe,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
