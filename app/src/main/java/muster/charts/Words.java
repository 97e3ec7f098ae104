package muster.charts;

import java.time.Duration;
import java.util.Locale;

/// How values read in charts.
final class Words {
    private Words() {}

    /// Such as `gate`.
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Such as `26 h` or `1 h 30 min`; less than a minute in seconds.
    static String time(Duration time) {
        var sign = time.isNegative() ? "-" : "";
        var size = time.abs();
        if (size.toMinutes() == 0) {
            return size.isZero() ? "0 h" : sign + size.toSeconds() + " s";
        }
        var hours = size.toHours() == 0 ? "" : size.toHours() + " h";
        var minutes = size.toMinutesPart() == 0 ? "" : size.toMinutesPart() + " min";
        return sign + (hours + " " + minutes).strip();
    }

    /// Such as `1 task` or `2 tasks`.
    static String count(long number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }
}
