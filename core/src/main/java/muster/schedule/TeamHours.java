package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.AgentId;
import muster.plan.Team;
import org.jspecify.annotations.Nullable;

/// When the team of a problem can do its items, laid out for those who compute with many times: calendars with the
/// agents' own days, and the days on which something that goes from agent to agent is theirs.
public final class TeamHours {
    private final Team team;
    private final TeamTime time;
    private final Map<OpenTime, Hours> known = new HashMap<>();

    public TeamHours(SchedulingProblem problem) {
        team = problem.team();
        time = new TeamTime(problem, Model.second(problem.start()));
    }

    /// When these owners can do an item together, the same object for the same hours; null if round the clock.
    public @Nullable Hours of(List<AgentId> owners, WorkItem item) {
        var open = time.of(owners, item.demands());
        return open.isAlways() ? null : known.computeIfAbsent(open, Hours::new);
    }

    /// The first instant, this one or later, at which somebody can begin an item that waits for nothing else.
    public Instant firstOpening(WorkItem item, Instant at) {
        return WorkWays.of(item, team).stream()
                .map(way -> time.of(way.owners(), item.demands()))
                .filter(OpenTime::everOpens)
                .map(open -> Model.instant(open.nextOpen(Model.second(at))))
                .min(Comparator.naturalOrder())
                .orElse(at);
    }

    /// When some agents can do some items together.
    public static final class Hours {
        private final OpenTime time;

        private Hours(OpenTime time) {
            this.time = time;
        }

        /// The open time between two instants, in order, no span touching the next.
        public List<OpenHours.Span> between(Instant from, Instant until) {
            return time.spans(new OpenSpans.Span(Model.second(from), Model.second(until))).stream()
                    .map(span -> new OpenHours.Span(span.from(), span.until()))
                    .toList();
        }

        /// The first instant by which so much open time has passed since another; `last` if it has not by then.
        public Instant after(Instant from, Duration work, Instant last) {
            long begin = Model.second(from);
            long passing = work.toSeconds();
            return time.between(begin, Model.second(last)) < passing ? last : Model.instant(time.moved(begin, passing));
        }

        /// True if an item is done within one day of UTC, as what it holds goes to the next agent then.
        public boolean isInTurns() {
            return time.isInTurns();
        }
    }
}
