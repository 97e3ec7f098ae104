package muster.yaml;

import java.time.Duration;
import java.util.List;
import muster.plan.AlertRule;
import muster.plan.AlertSeverity;
import muster.plan.ItemId;
import muster.plan.Metric;
import muster.plan.Source;
import muster.plan.Threshold;
import org.jspecify.annotations.Nullable;

/// What is measured, and when to raise an alert.
final class WatchForms {
    private static final Field<Metric, ItemId> METRIC_ID =
            Field.required("id", NameForm.declares(Kind.METRIC, ItemId::new), Metric::id, "names the metric");

    private static final Field<Metric, String> METRIC_TITLE =
            Field.required("title", LineForm.TITLE, Metric::title, "what is measured, in one line");

    private static final Field<Metric, String> METRIC_GROUP = Field.required(
                    "group", TextForm.ANY, Metric::group, "heading it stands under")
            .or("");

    private static final Field<Metric, String> METRIC_DESCRIPTION = Field.required(
                    "description", TextForm.ANY, Metric::description, "what it tells and how it is taken")
            .or("");

    private static final Field<Metric, @Nullable Source> METRIC_SOURCE =
            Field.optional("source", Sources.SOURCE, Metric::source, Sources.SAYS);

    static final Form<Metric> METRIC = new EntryForm<>(
            "metric",
            List.of(METRIC_ID, METRIC_TITLE, METRIC_GROUP, METRIC_DESCRIPTION, METRIC_SOURCE),
            entry -> new Metric(
                    entry.get(METRIC_ID),
                    entry.get(METRIC_TITLE),
                    entry.get(METRIC_GROUP),
                    entry.get(METRIC_DESCRIPTION),
                    entry.get(METRIC_SOURCE)));

    private static final Field<AlertRule, ItemId> ALERT_ID =
            Field.required("id", NameForm.declares(Kind.ALERT, ItemId::new), AlertRule::id, "names the alert rule");

    private static final Field<AlertRule, String> ALERT_TITLE =
            Field.required("title", LineForm.TITLE, AlertRule::title, "what is wrong when it fires");

    private static final Field<AlertRule, AlertSeverity> ALERT_SEVERITY = Field.required(
            "severity",
            WordForm.of(AlertSeverity.class),
            AlertRule::severity,
            "how fast it wants an answer: at once, within the hour, in the daily summary");

    private static final Field<AlertRule, @Nullable Threshold> ALERT_WHEN = Field.optional(
            "when",
            ThresholdForm.THRESHOLD,
            AlertRule::condition,
            "the bound; left out, an event or the calendar raises it");

    private static final Field<AlertRule, Duration> ALERT_FOR = Field.required(
                    "for", Durations.DURATION, AlertRule::window, "how long the condition must hold")
            .or(Duration.ZERO);

    private static final Field<AlertRule, @Nullable Source> ALERT_SOURCE =
            Field.optional("source", Sources.SOURCE, AlertRule::source, Sources.SAYS);

    static final Form<AlertRule> ALERT = new EntryForm<>(
            "alert",
            List.of(ALERT_ID, ALERT_TITLE, ALERT_SEVERITY, ALERT_WHEN, ALERT_FOR, ALERT_SOURCE),
            entry -> new AlertRule(
                    entry.get(ALERT_ID),
                    entry.get(ALERT_TITLE),
                    entry.get(ALERT_SEVERITY),
                    entry.get(ALERT_WHEN),
                    entry.get(ALERT_FOR),
                    entry.get(ALERT_SOURCE)));

    private WatchForms() {}
}
