package muster.wiring;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.Plan;
import org.jspecify.annotations.Nullable;

/// What the probes of databases and services of a plan would use, without making them.
public record Estimates(List<Evidence> evidence) {
    public Estimates {
        evidence = List.copyOf(evidence);
    }

    /// All of them together, each what is known of it.
    ///
    /// @param cost in USD
    /// @param unknown how many could not be estimated whole
    public record Total(long rows, long bytes, BigDecimal cost, Duration time, long requests, long unknown) {
        @Override
        public String toString() {
            return rows + " rows, " + bytes + " bytes, " + cost.toPlainString() + " USD, " + time + ", " + requests
                    + " requests" + (unknown == 0 ? "" : "; " + unknown + " not known whole");
        }
    }

    /// Asks every connected database for its own estimate, and works out what services take.
    public static Estimates of(Workspace workspace, Plan plan, InstantSource clock)
            throws IOException, InterruptedException {
        var auditing = new Auditing(workspace, Examination.pack(workspace, clock), clock, Progress.SILENT);
        return new Estimates(auditing.estimates(plan));
    }

    /// False if one of them would go over its budget, or cannot be estimated.
    public boolean areWithinBudget() {
        return evidence.stream().allMatch(each -> each.result() == ProbeResult.PASS);
    }

    /// The sum.
    public Total total() {
        var unknown = evidence.stream()
                .filter(each -> each.result() == ProbeResult.ERROR
                        || each.attributes().isEmpty()
                        || each.attributes().containsValue("unknown"))
                .count();
        return new Total(
                sum("rows", Long::parseLong, Long::sum, 0L),
                sum("bytes", Long::parseLong, Long::sum, 0L),
                sum("cost", Estimates::dollars, BigDecimal::add, BigDecimal.ZERO),
                sum("time", Duration::parse, Duration::plus, Duration.ZERO),
                sum("requests", Long::parseLong, Long::sum, 0L),
                unknown);
    }

    private static BigDecimal dollars(String money) {
        return money.endsWith(" USD") ? new BigDecimal(money.substring(0, money.indexOf(' '))) : BigDecimal.ZERO;
    }

    private <T> T sum(String name, Function<String, T> read, BinaryOperator<T> add, T zero) {
        return evidence.stream()
                .flatMap(each -> Optional.ofNullable(known(each, name)).stream())
                .map(read)
                .reduce(zero, add);
    }

    /// A value of an estimate; none if nobody can tell.
    public static @Nullable String known(Evidence estimate, String name) {
        var value = estimate.attributes().get("estimated-" + name);
        return "unknown".equals(value) ? null : value;
    }

    /// One line for each, and one for all.
    public List<String> lines() {
        var lines = new java.util.ArrayList<>(evidence.stream()
                .map(each -> each.expectation() + ": " + each.summary())
                .toList());
        lines.add("total: " + total());
        return List.copyOf(lines);
    }
}
