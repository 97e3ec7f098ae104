package muster.clouds.bigquery;

import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.audit.Finding;
import muster.clouds.calls.Unanswered;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Probe;
import muster.plan.Probing;

/// A table's columns and rows by its metadata, which is free; what must be read is read in one query.
record TableChecks(Dataset dataset, Queries queries) {
    private static final String KIND = "table";

    List<Observation> of(Probe.Table probe) throws Unanswered, InterruptedException {
        var table = dataset.table(dataset.id(probe.table()));
        if (table == null) {
            return List.of(absent(probe.target()));
        }
        var columns = types(table);
        var missing = probe.columns().stream()
                .filter(column -> !columns.containsKey(column.toLowerCase(Locale.ROOT)))
                .map(column -> Findings.defect("unknown-column", probe.target(), "no column '" + column + "'"))
                .toList();
        var seen = missing.isEmpty()
                ? Observation.pass(
                        KIND,
                        probe.target(),
                        AssuranceLevel.REFERENCES_RESOLVE,
                        "it exists with " + columns.size() + " columns")
                : Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, summary(missing));
        return List.of(described(seen.found(missing), table));
    }

    List<Observation> of(DataProbe.TableState probe, Probing probing, Instant now)
            throws Unanswered, InterruptedException {
        var table = dataset.table(dataset.id(probe.table()));
        if (table == null) {
            return List.of(absent(probe.target()));
        }
        var reading = new TableReading(probe, table.getTableId());
        if (!reading.isNeeded()) {
            return List.of(described(judged(probe, metadata(probe, table)), table));
        }
        var estimate = queries.estimate(reading.sql());
        var over = estimate.exceeds(probing.budget(), rows(table));
        if (!over.isEmpty()) {
            return List.of(described(QueryCheck.overBudget(KIND, probe.target(), over), table)
                    .with(estimate.attributes()));
        }
        var findings = new ArrayList<>(metadata(probe, table));
        var budget = probing.budget();
        findings.addAll(reading.judged(queries.rows(reading.sql(), budget == null ? null : budget.bytes()), now));
        return List.of(described(judged(probe, findings), table)
                .with(estimate.attributes())
                .about(List.of(probe.target(), reading.sql())));
    }

    private static Observation absent(String target) {
        return Observation.fail(KIND, target, AssuranceLevel.CLAIMED, "it does not exist")
                .found(Findings.defect("unknown-table", target, "there is no such table"));
    }

    private static Observation described(Observation seen, Table table) {
        return seen.with("rows", rows(table))
                .with("columns", String.join(", ", types(table).keySet()));
    }

    private static Observation judged(DataProbe.TableState probe, List<Finding> findings) {
        if (findings.stream().anyMatch(each -> each.code().equals(TableReading.NO_ROWS))) {
            return Observation.inconclusive(KIND, probe.target(), summary(findings))
                    .found(findings);
        }
        return findings.isEmpty()
                ? Observation.pass(KIND, probe.target(), AssuranceLevel.REFERENCES_RESOLVE, "it is as described")
                : Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, summary(findings))
                        .found(findings);
    }

    private static String summary(List<Finding> findings) {
        return findings.stream().map(Finding::message).collect(Collectors.joining("; "));
    }

    private static List<Finding> metadata(DataProbe.TableState probe, Table table) {
        var findings = new ArrayList<Finding>();
        var types = types(table);
        probe.types().forEach((column, wanted) -> {
            var names = types.getOrDefault(column.toLowerCase(Locale.ROOT), List.of());
            if (names.isEmpty()) {
                findings.add(Findings.defect("unknown-column", probe.target(), "no column '" + column + "'"));
            } else if (!names.contains(wanted.toUpperCase(Locale.ROOT))) {
                findings.add(Findings.defect(
                        "type-differs", probe.target(), column + " is " + names.getFirst() + ", expected " + wanted));
            }
        });
        if (probe.rows() != null) {
            var verdict = Matching.match(probe.rows(), Value.of(rows(table)));
            if (!verdict.matches()) {
                findings.add(Findings.defect("count-differs", probe.target(), "rows: " + verdict.why()));
            }
        }
        return findings;
    }

    private static long rows(Table table) {
        return table.getNumRows() == null ? 0 : table.getNumRows().longValue();
    }

    /// The names of a column's type, GoogleSQL's own first: `INT64`, `INTEGER`.
    private static SortedMap<String, List<String>> types(Table table) {
        var types = new TreeMap<String, List<String>>();
        Schema schema = table.getDefinition().getSchema();
        if (schema != null) {
            for (Field field : schema.getFields()) {
                types.put(
                        field.getName().toLowerCase(Locale.ROOT),
                        List.of(
                                field.getType().getStandardType().name(),
                                field.getType().name()));
            }
        }
        return types;
    }
}
