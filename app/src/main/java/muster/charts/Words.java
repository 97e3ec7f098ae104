package muster.charts;

import java.time.Duration;
import java.util.Locale;
import muster.charts.Timetable.Bar;

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

    /// All that is known of a bar, in a line.
    static String of(Timetable table, Bar bar) {
        var owners = table.owners(bar);
        var task = bar.task();
        var deadline = task == null ? null : task.timing().deadline();
        return bar.title() + " (" + bar.id() + ", " + of(bar.kind()) + "): " + bar.start() + " to " + bar.finish()
                + (owners.isEmpty() ? "" : ", " + owners)
                + (table.isCritical(bar)
                        ? ", critical"
                        : ", slack " + time(bar.slot().totalSlack()))
                + (deadline == null ? "" : ", deadline " + deadline);
    }

    /// Such as `1 task` or `2 tasks`.
    static String count(long number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }
}
