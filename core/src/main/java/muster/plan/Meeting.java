package muster.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting held every day at a time of day in a zone.
public record Meeting(
        ItemId id,
        String title,
        LocalTime at,
        ZoneId zone,
        Duration length,
        Attendance attendance,
        List<String> agenda,
        @Nullable Source source) {
    public Meeting {
        agenda = List.copyOf(agenda);
    }
}
