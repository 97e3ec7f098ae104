package muster.report;

import java.util.Locale;
import java.util.Objects;
import muster.plan.Estimate;
import muster.review.Wording;
import org.jspecify.annotations.Nullable;

/// How values of a report read in documents.
public final class Show {
    private Show() {}

    /// Such as `4 h to 6 h`.
    public static String delay(ReportView.Delay delay) {
        return Wording.of(new Estimate(delay.min(), delay.likely(), delay.max()));
    }

    /// What is recommended, who does it and how long it takes.
    public static String action(ReportView.Blocker blocker) {
        var owner = blocker.owner();
        var delay = blocker.delay();
        return blocker.action()
                + (owner == null ? "" : ", owner " + owner)
                + (delay == null ? "" : ", " + delay(delay));
    }

    /// With commas between thousands.
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// In one line, with what cannot be seen shown by its code point.
    public static String line(@Nullable Object value) {
        return Visible.line(Objects.toString(value, "")).strip();
    }

    /// Likewise, with its line breaks.
    public static String lines(String value) {
        return Visible.lines(value).stripTrailing();
    }
}
