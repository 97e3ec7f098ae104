package muster.yaml;

import java.time.Duration;
import java.util.List;
import muster.plan.Money;
import muster.plan.Probing;
import muster.plan.Severity;
import muster.plan.SeverityOverride;
import org.jspecify.annotations.Nullable;

/// How probes are made, and severities that people set.
final class ProbingForms {
    private static final WholeForm<Long> COUNT = new WholeForm<>(0, Long.MAX_VALUE, Long::valueOf);

    private static final Field<Probing.Budget, @Nullable Long> ROWS =
            Field.optional("rows", COUNT, Probing.Budget::rows, "most rows read");
    private static final Field<Probing.Budget, @Nullable Long> BYTES =
            Field.optional("bytes", COUNT, Probing.Budget::bytes, "most bytes read");
    private static final Field<Probing.Budget, @Nullable Money> COST =
            Field.optional("cost", Estimates.MONEY, Probing.Budget::cost, "most that is paid");
    private static final Form<Probing.Budget> BUDGET = new EntryForm<>(
            "probe budget",
            List.of(ROWS, BYTES, COST),
            entry -> new Probing.Budget(entry.get(ROWS), entry.get(BYTES), entry.get(COST)));

    private static final Field<Probing, Integer> RETRIES = Field.<Probing, Integer>required(
                    "retries", WholeForm.between(0, 100), Probing::retries, "how often a failed probe is made again")
            .or(0);
    private static final Field<Probing, Duration> PAUSE = Field.<Probing, Duration>required(
                    "pause", Durations.DURATION, Probing::pause, "time between two tries")
            .or(Probing.ONCE.pause());
    private static final Field<Probing, @Nullable Duration> TIMEOUT =
            Field.optional("timeout", Durations.DURATION, Probing::timeout, "longest time of one try");
    private static final Field<Probing, Probing.@Nullable Budget> PAID =
            Field.optional("budget", BUDGET, Probing::budget, "what the probe may cost; estimated before it is made");

    static final Form<Probing> PROBING = new EntryForm<>(
            "probing",
            List.of(RETRIES, PAUSE, TIMEOUT, PAID),
            entry -> new Probing(entry.get(RETRIES), entry.get(PAUSE), entry.get(TIMEOUT), entry.get(PAID)));

    private static final Field<SeverityOverride, Severity> SEVERITY = Field.required(
            "is", WordForm.of(Severity.class), SeverityOverride::severity, "the severity while it is unmet");
    private static final Field<SeverityOverride, String> REASON =
            Field.required("reason", TextForm.SOME, SeverityOverride::reason, "why the rule's severity does not fit");

    static final Form<SeverityOverride> OVERRIDE = new EntryForm<>(
            "severity override",
            List.of(SEVERITY, REASON),
            entry -> new SeverityOverride(entry.get(SEVERITY), entry.get(REASON)));

    private ProbingForms() {}
}
