package muster.plan;

/// Names a calendar. Shape: see [Ids].
public record CalendarId(String value) implements Comparable<CalendarId> {
    public CalendarId {
        Ids.require("CalendarId", value);
    }

    @Override
    public int compareTo(CalendarId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
