package muster.charts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import muster.plan.Agent;
import muster.plan.Deadline;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.schedule.AgentLoad;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.Slot;
import org.jspecify.annotations.Nullable;

/// A schedule as those see it who draw it or write it in another form.
///
/// @param lanes phases in the order written, without those that have no bars
/// @param arcs which bar holds back which
/// @param critical the items of the critical path and whatever else has no room
public record Timetable(
        Head head, Team team, List<Lane> lanes, List<Arc> arcs, List<AgentLoad> loads, Set<TaskId> critical) {
    public Timetable {
        lanes = List.copyOf(lanes);
        arcs = List.copyOf(arcs);
        loads = List.copyOf(loads);
        critical = Set.copyOf(critical);
    }

    /// What the whole is called and how long it lasts.
    ///
    /// @param path the critical path in its order
    public record Head(
            String id, String title, Instant start, Instant finish, List<Deadline> deadlines, List<TaskId> path) {
        public Head {
            deadlines = List.copyOf(deadlines);
            path = List.copyOf(path);
        }
    }

    /// The bars of one phase, by start, then finish.
    public record Lane(String id, String title, List<Bar> bars) {
        public Lane {
            bars = List.copyOf(bars);
        }

        /// When the first bar starts.
        public Instant start() {
            return bars.stream().map(Bar::start).min(Instant::compareTo).orElseThrow();
        }

        /// When the last bar ends.
        public Instant finish() {
            return bars.stream().map(Bar::finish).max(Instant::compareTo).orElseThrow();
        }
    }

    /// What a bar stands for.
    public enum Kind {
        WORK,
        MILESTONE,
        GATE
    }

    /// One item.
    ///
    /// @param work working time that it takes
    /// @param latest when it may finish without moving the end of the schedule; its finish if it has no room
    /// @param task none for a gate
    public record Bar(
            String title,
            Kind kind,
            Slot slot,
            Duration work,
            Instant latest,
            @Nullable Task task) {

        /// Names it.
        public TaskId id() {
            return slot.item();
        }

        /// When it starts.
        public Instant start() {
            return slot.start();
        }

        /// When it ends.
        public Instant finish() {
            return slot.finish();
        }
    }

    /// A link between two bars.
    public record Arc(TaskId from, TaskId to, LinkKind kind, Lag lag) {}

    /// The table of a plan's schedule.
    public static Timetable of(Plan plan, SchedulingProblem problem, SchedulingResult.Scheduled scheduled) {
        return new Tabulation(plan, problem, scheduled.schedule()).table();
    }

    /// All bars, lane by lane.
    public List<Bar> bars() {
        return lanes.stream().flatMap(lane -> lane.bars().stream()).toList();
    }

    /// True if the end of the schedule hangs on it.
    public boolean isCritical(Bar bar) {
        return critical.contains(bar.id());
    }

    /// Names of those who do it, separated by commas; empty if nobody is named.
    public String owners(Bar bar) {
        return String.join(
                ", ",
                team.agents().stream()
                        .filter(agent -> bar.slot().owners().contains(agent.id()))
                        .map(Agent::name)
                        .toList());
    }
}
