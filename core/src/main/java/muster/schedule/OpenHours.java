package muster.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Team;

/// When all of some calendars are open, laid out for those who compute with many times.
public final class OpenHours {
    private OpenHours() {}

    /// A stretch of open time; `until` is outside. Times are seconds since the epoch.
    public record Span(long from, long until) {}

    /// The open time between two instants, in order, no span touching the next. No calendars at all are always open.
    public static List<Span> of(List<Calendar> calendars, Instant from, Instant until) {
        var within = new OpenSpans.Span(Model.second(from), Model.second(until));
        var open = List.of(within);
        for (var calendar : calendars) {
            open = intersection(open, OpenSpans.of(WorkCalendar.of(calendar), within));
        }
        return open.stream().map(span -> new Span(span.from(), span.until())).toList();
    }

    /// The time during which all of these agents work.
    public static List<Span> of(Team team, List<AgentId> agents, Instant from, Instant until) {
        var ids = calendars(team, agents).toList();
        return of(
                team.calendars().stream()
                        .filter(calendar -> ids.contains(calendar.id()))
                        .toList(),
                from,
                until);
    }

    /// False if they work round the clock.
    public static boolean limited(Team team, List<AgentId> agents) {
        return calendars(team, agents).findAny().isPresent();
    }

    private static Stream<CalendarId> calendars(Team team, List<AgentId> agents) {
        return team.agents().stream()
                .filter(agent -> agents.contains(agent.id()))
                .flatMap(agent -> Stream.ofNullable(agent.calendar()));
    }

    /// Both lists are in order, so one walk along them suffices.
    private static List<OpenSpans.Span> intersection(List<OpenSpans.Span> some, List<OpenSpans.Span> others) {
        var common = new ArrayList<OpenSpans.Span>();
        for (int a = 0, b = 0; a < some.size() && b < others.size(); ) {
            long from = Math.max(some.get(a).from(), others.get(b).from());
            long until = Math.min(some.get(a).until(), others.get(b).until());
            if (from < until) {
                common.add(new OpenSpans.Span(from, until));
            }
            boolean first = some.get(a).until() <= others.get(b).until();
            a += first ? 1 : 0;
            b += first ? 0 : 1;
        }
        return common;
    }
}
