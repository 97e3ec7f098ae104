package muster.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import muster.rcpsp.Project;
import muster.rcpsp.Project.Mode;
import muster.rcpsp.ProjectResult.Scheduled;

/// A project in the words of CP-SAT: a start for each activity, an interval for each of its modes that there is
/// room for, a cumulative constraint or, where no two can go together, a no-overlap for each renewable resource,
/// sums for the nonrenewable ones, and the makespan to be made small.
final class ProjectModel {
    final CpModel model = new CpModel();
    private final Project project;
    private final Windows windows;
    private final IntVar[] start;
    private final List<List<Option>> options = new ArrayList<>();
    private final IntVar makespan;

    /// A mode that an activity may take, `taken` if it does.
    private record Option(int number, Mode mode, BoolVar taken, IntervalVar interval) {}

    /// An interval and how much it holds.
    private record Demand(IntervalVar interval, int amount) {}

    /// @param windows of a project in which every activity has a mode that there is room for
    ProjectModel(Project project, Windows windows, int bound) {
        this.project = project;
        this.windows = windows;
        start = new IntVar[project.activities().size()];
        makespan = model.newIntVar(Math.min(bound, windows.horizon()), windows.horizon(), "makespan");
        for (int activity = 0; activity < start.length; activity++) {
            start[activity] = model.newIntVar(windows.earliest(activity), windows.latest(activity), "s" + activity);
            options.add(options(activity));
            model.addLessOrEqual(end(activity, 0), makespan);
        }
        IntStream.range(0, start.length).forEach(this::precedences);
        IntStream.range(0, project.renewable().size()).forEach(this::renewable);
        IntStream.range(0, project.nonrenewable().size()).forEach(this::nonrenewable);
        model.minimize(makespan);
    }

    /// Where the search may begin.
    void hint(Scheduled known) {
        for (int activity = 0; activity < start.length; activity++) {
            int taken = known.modes().get(activity);
            model.addHint(start[activity], known.starts().get(activity));
            if (options.get(activity).size() > 1) {
                options.get(activity).forEach(option -> model.addHint(option.taken(), option.number() == taken));
            }
        }
        model.addHint(makespan, known.makespan());
    }

    /// The schedule that values of the variables stand for.
    Scheduled schedule(Function<LinearArgument, Long> value, int bound) {
        var starts = new ArrayList<Integer>();
        var modes = new ArrayList<Integer>();
        int end = 0;
        for (int activity = 0; activity < start.length; activity++) {
            var taken = options.get(activity).stream()
                    .filter(option -> value.apply(option.taken()) == 1)
                    .findFirst()
                    .orElseThrow();
            starts.add(Math.toIntExact(value.apply(start[activity])));
            modes.add(taken.number());
            end = Math.max(end, starts.getLast() + taken.mode().duration());
        }
        return new Scheduled(starts, modes, end, Math.min(bound, end), 0);
    }

    private List<Option> options(int activity) {
        var numbers = windows.modes(activity);
        var found = new ArrayList<Option>();
        for (int number : numbers) {
            var mode = project.activities().get(activity).modes().get(number);
            var name = activity + "m" + number;
            var taken = numbers.size() == 1 ? (BoolVar) model.trueLiteral() : model.newBoolVar("b" + name);
            found.add(new Option(
                    number,
                    mode,
                    taken,
                    numbers.size() == 1
                            ? model.newFixedSizeIntervalVar(start[activity], mode.duration(), "i" + name)
                            : model.newOptionalFixedSizeIntervalVar(
                                    start[activity], mode.duration(), taken, "i" + name)));
        }
        if (found.size() > 1) {
            model.addExactlyOne(found.stream().map(Option::taken).toArray(BoolVar[]::new));
        }
        return found;
    }

    /// Start, duration and lag.
    private LinearExprBuilder end(int activity, int lag) {
        var sum = LinearExpr.newBuilder().add(start[activity]).add(lag);
        var modes = options.get(activity);
        if (modes.size() == 1) {
            return sum.add(modes.getFirst().mode().duration());
        }
        modes.forEach(option -> sum.addTerm(option.taken(), option.mode().duration()));
        return sum;
    }

    private void precedences(int activity) {
        project.activities()
                .get(activity)
                .successors()
                .forEach(next -> model.addLessOrEqual(end(activity, next.lag()), start[next.activity()]));
    }

    private void renewable(int resource) {
        int amount = project.renewable().get(resource);
        var demands = options.stream()
                .flatMap(List::stream)
                .filter(option -> option.mode().duration() > 0
                        && option.mode().renewable().get(resource) > 0)
                .map(option ->
                        new Demand(option.interval(), option.mode().renewable().get(resource)))
                .toList();
        if (demands.size() < 2) {
            return;
        }
        if (demands.stream().allMatch(demand -> demand.amount() > amount / 2)) {
            model.addNoOverlap(demands.stream().map(Demand::interval).toArray(IntervalVar[]::new));
        } else {
            var cumulative = model.addCumulative(amount);
            demands.forEach(demand -> cumulative.addDemand(demand.interval(), demand.amount()));
        }
    }

    private void nonrenewable(int resource) {
        var sum = LinearExpr.newBuilder();
        options.forEach(modes -> modes.forEach(option ->
                sum.addTerm(option.taken(), option.mode().nonrenewable().get(resource))));
        model.addLessOrEqual(sum, project.nonrenewable().get(resource));
    }
}
