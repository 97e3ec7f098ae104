package muster.wiring;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.ProjectResult.Scheduled;

/// The schedule of a project in lines for people; jobs and modes count from 1, starts from 0.
public final class ProjectText {
    private static final double NANOS = 1e9;
    private static final int PERCENT = 100;

    private ProjectText() {}

    /// The lines.
    public static List<String> of(ProjectScheduler.Outcome.Done done) {
        double seconds = done.cpu().toNanos() / NANOS;
        return switch (done.result()) {
            case Scheduled made ->
                Stream.concat(Stream.of(summary(made, seconds)), table(made)).toList();
            case ProjectResult.Infeasible(var reason) -> List.of("no schedule exists: " + reason);
            case ProjectResult.NoneFound(var schedules) ->
                List.of(String.format(Locale.ROOT, "no schedule was found by %,d tries; there may be one", schedules));
        };
    }

    private static String summary(Scheduled made, double seconds) {
        var found = String.format(
                Locale.ROOT, "makespan %d, bound %d, gap %.1f %%", made.makespan(), made.bound(), PERCENT * made.gap());
        return String.format(Locale.ROOT, "%s; %,d schedules, %.1f CPU-seconds", found, made.schedules(), seconds);
    }

    private static Stream<String> table(Scheduled made) {
        var rows = IntStream.range(0, made.starts().size())
                .mapToObj(job -> String.format(
                        Locale.ROOT,
                        "%5d %5d %9d",
                        job + 1,
                        made.modes().get(job) + 1,
                        made.starts().get(job)));
        return Stream.concat(Stream.of("  job  mode     start"), rows);
    }
}
