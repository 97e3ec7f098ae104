package muster.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When to raise an alert.
///
/// @param condition the threshold, if the rule has one; a rule without is raised by an event or by the calendar
/// @param window how long the condition must hold; zero means at once
public record AlertRule(
        ItemId id,
        String title,
        AlertSeverity severity,
        @Nullable Threshold condition,
        Duration window,
        @Nullable Source source) {}
