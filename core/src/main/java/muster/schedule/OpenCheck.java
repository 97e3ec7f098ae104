package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.SpecialDay;
import muster.plan.Team;
import org.jspecify.annotations.Nullable;

/// Counts open time step by step, without any part of the scheduler.
final class OpenCheck {
    /// Time zones change their clocks, and differ, by multiples of it; finer times make finer steps.
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final Map<AgentId, Agent> agents = new HashMap<>();
    private final Map<CalendarId, Calendar> calendars = new HashMap<>();

    OpenCheck(Team team) {
        team.agents().forEach(agent -> agents.put(agent.id(), agent));
        team.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar));
    }

    /// Time between two instants in which all owners work.
    ///
    /// @param exact a time that the steps must hit
    Duration open(List<AgentId> owners, Instant from, Instant until, Duration exact) {
        var workers = owners.stream()
                .flatMap(owner -> Stream.ofNullable(agents.get(owner)))
                .filter(agent -> calendar(agent) != null || !isUsual(agent))
                .toList();
        if (workers.isEmpty()) {
            return Duration.between(from, until);
        }
        long step = step(workers, List.of(from.getEpochSecond(), until.getEpochSecond(), exact.toSeconds()));
        long open = 0;
        for (long at = from.getEpochSecond(); at < until.getEpochSecond(); at += step) {
            var time = Instant.ofEpochSecond(at);
            open += workers.stream().allMatch(agent -> isOpen(agent, time)) ? step : 0;
        }
        return Duration.ofSeconds(open);
    }

    private static boolean isUsual(Agent agent) {
        return agent.availability().daysOff().isEmpty()
                && agent.availability().exceptions().isEmpty();
    }

    private @Nullable Calendar calendar(Agent agent) {
        return agent.calendar() == null ? null : calendars.get(agent.calendar());
    }

    private long step(List<Agent> workers, List<Long> times) {
        long step = times.stream().reduce(QUARTER, OpenCheck::divisor);
        for (var agent : workers) {
            var calendar = calendar(agent);
            var spans = calendar == null
                    ? Stream.<LocalTime>empty()
                    : Stream.concat(
                            calendar.hours().stream().flatMap(hours -> Stream.of(hours.from(), hours.until())),
                            times(calendar.exceptions()));
            step = Stream.concat(spans, times(agent.availability().exceptions()))
                    .map(time -> (long) time.toSecondOfDay())
                    .reduce(step, OpenCheck::divisor);
        }
        return step;
    }

    private static Stream<LocalTime> times(List<SpecialDay> days) {
        return days.stream()
                .flatMap(day -> day.hours().stream())
                .flatMap(hours -> Stream.of(hours.from(), hours.until()));
    }

    /// The greatest common divisor.
    private static long divisor(long a, long b) {
        return b == 0 ? Math.abs(a) : divisor(b, a % b);
    }

    private boolean isOpen(Agent agent, Instant time) {
        var calendar = calendar(agent);
        ZoneId zone = calendar == null ? ZoneOffset.UTC : calendar.zone();
        var local = time.atZone(zone);
        var own = special(agent.availability().exceptions(), local);
        if (own != null) {
            return isIn(own, local);
        }
        if (agent.availability().daysOff().stream().anyMatch(off -> off.contains(local.toLocalDate()))) {
            return false;
        }
        return calendar == null || isOpen(calendar, local);
    }

    private static boolean isOpen(Calendar calendar, ZonedDateTime local) {
        var special = special(calendar.exceptions(), local);
        if (special != null) {
            return isIn(special, local);
        }
        return !calendar.holidays().contains(local.toLocalDate())
                && (calendar.hours().isEmpty()
                        || calendar.hours().stream()
                                .filter(hours -> hours.days().contains(local.getDayOfWeek()))
                                .anyMatch(hours -> isIn(hours.from(), hours.until(), local)));
    }

    /// The last word on a day counts.
    private static @Nullable SpecialDay special(List<SpecialDay> days, ZonedDateTime local) {
        return days.stream()
                .filter(day -> day.day().equals(local.toLocalDate()))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static boolean isIn(SpecialDay day, ZonedDateTime local) {
        return day.hours().stream().anyMatch(hours -> isIn(hours.from(), hours.until(), local));
    }

    private static boolean isIn(LocalTime from, LocalTime until, ZonedDateTime local) {
        return !local.toLocalTime().isBefore(from)
                && (until.equals(LocalTime.MIDNIGHT) || local.toLocalTime().isBefore(until));
    }
}
