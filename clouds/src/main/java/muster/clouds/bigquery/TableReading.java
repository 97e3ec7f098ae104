package muster.clouds.bigquery;

import com.google.cloud.bigquery.TableId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.plan.DataProbe.TableState;
import org.jspecify.annotations.Nullable;

/// What of a table's state must be read: null shares, uniqueness and freshness, in one query so that the table is paid
/// for once.
record TableReading(TableState probe, TableId id) {
    static final String NO_ROWS = "no-rows";
    private static final int SCALE = 6;

    boolean isNeeded() {
        return !probe.nullShare().isEmpty() || !probe.unique().isEmpty() || probe.freshness() != null;
    }

    /// The columns are: rows, nulls of each column with a limit, keys that occur twice, newest time in seconds.
    String sql() {
        var columns = new ArrayList<>(List.of("COUNT(*)"));
        probe.nullShare().keySet().forEach(column -> columns.add("COUNTIF(" + Dataset.quoted(column) + " IS NULL)"));
        columns.add(probe.unique().isEmpty() ? "0" : "(" + doubled() + ")");
        var freshness = probe.freshness();
        columns.add(
                freshness == null
                        ? "NULL"
                        : "UNIX_SECONDS(CAST(MAX(" + Dataset.quoted(freshness.column()) + ") AS TIMESTAMP))");
        return "SELECT " + String.join(", ", columns) + " FROM " + Dataset.quoted(id);
    }

    private String doubled() {
        var keys = probe.unique().stream().map(Dataset::quoted).collect(Collectors.joining(", "));
        return "SELECT COUNT(*) FROM (SELECT 1 FROM " + Dataset.quoted(id) + " GROUP BY " + keys
                + " HAVING COUNT(*) > 1)";
    }

    List<Finding> judged(List<List<@Nullable String>> rows, Instant now) {
        var row = rows.isEmpty() ? List.<@Nullable String>of() : rows.getFirst();
        long count = row.isEmpty() ? 0 : number(row, 0);
        if (count == 0) {
            return List.of(Findings.remark(NO_ROWS, probe.target(), "the table is empty, which proves nothing"));
        }
        var findings = new ArrayList<Finding>();
        int at = 1;
        for (var limit : probe.nullShare().entrySet()) {
            var share = BigDecimal.valueOf(number(row, at++)).divide(BigDecimal.valueOf(count), SCALE, RoundingMode.UP);
            if (share.doubleValue() > limit.getValue().value()) {
                findings.add(defect(
                        "too-many-nulls",
                        limit.getKey() + " is null in a share of "
                                + share.stripTrailingZeros().toPlainString() + ", at most "
                                + limit.getValue().value()));
            }
        }
        long doubled = number(row, at);
        if (doubled > 0) {
            findings.add(defect("not-unique", doubled + " keys occur more than once"));
        }
        findings.addAll(freshness(row.getLast(), now));
        return findings;
    }

    private List<Finding> freshness(@Nullable String newest, Instant now) {
        var freshness = probe.freshness();
        if (freshness == null) {
            return List.of();
        }
        if (newest == null) {
            return List.of(defect("not-fresh", freshness.column() + " is null everywhere"));
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(newest)), now);
        return age.compareTo(freshness.oldest()) <= 0
                ? List.of()
                : List.of(defect(
                        "not-fresh",
                        "the newest " + freshness.column() + " is " + age.toMinutes() + " minutes old, at most "
                                + freshness.oldest().toMinutes()));
    }

    private Finding defect(String code, String message) {
        return Findings.defect(code, probe.target(), message);
    }

    private static long number(List<@Nullable String> row, int at) {
        var text = row.get(at);
        return text == null ? 0 : Long.parseLong(text);
    }
}
