package muster.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import muster.risk.RiskForecast.Ending;
import muster.risk.RiskForecast.LikelyBlocker;
import muster.risk.RiskForecast.MitigationValue;

/// Simulates a network: all iterations as it is, and some of them again with one thing changed.
public final class Simulator {
    /// Iterations that are run again without a risk: enough for a probability to within 1.6 percentage points.
    private static final int COMPARED = 4096;

    private static final double PRECISE = 0.005;

    private final Layout layout;
    private final Scenario scenario;
    private final Settings settings;
    private final Watch watch;
    private final int asked;
    private final List<Change> changes;
    private boolean going = true;

    private Simulator(Layout layout, Question question, Settings settings, Watch watch) {
        this.layout = layout;
        this.scenario = Scenario.of(layout.network);
        this.settings = settings;
        this.watch = watch;
        this.changes = Change.all(layout.network, scenario);
        this.asked = seconds(question.by());
    }

    /// What is asked of a network.
    ///
    /// @param by when it should be finished
    public record Question(RiskNetwork network, Instant by) {}

    /// The same question and settings give the same forecast, whatever the threads.
    public static SimulationResult simulate(Question question, Settings settings, Watch watch) {
        var layout = Layout.of(question.network());
        if (layout == null) {
            return new SimulationResult.TooLong();
        }
        return new Simulator(layout, question, settings, watch).result(question.by());
    }

    private SimulationResult result(Instant by) {
        double parts = 1 + changes.size() * (double) compared(settings.iterations()) / settings.iterations();
        var outcome = Runs.run(new Runs.Order(layout, scenario, settings, asked), (ends, done) -> {
            going = watch.goOn(done / (parts * settings.iterations()), done + " iterations");
            return going && !isPrecise(ends, done);
        });
        int done = outcome.ends().length;
        if (done == 0) {
            return new SimulationResult.NothingDone();
        }
        boolean interrupted = done < settings.iterations() && !isPrecise(outcome.ends(), done);
        var ending = interrupted ? Ending.INTERRUPTED : done < settings.iterations() ? Ending.PRECISE : Ending.COMPLETE;
        var changed = interrupted ? List.<Changed>of() : changed(done);
        int compared = changed.stream().mapToInt(each -> each.ends.length).min().orElse(0);
        var extent = new RiskForecast.Extent(
                settings.seed(),
                done,
                settings.iterations(),
                compared,
                changed.size() < changes.size() ? Ending.INTERRUPTED : ending);
        var figures = new Figures(layout, outcome, asked);
        return new SimulationResult.Simulated(new RiskForecast(
                extent,
                by,
                figures.inTime(outcome.ends()),
                figures.finish(),
                figures.cost(),
                figures.criticalities(),
                figures.drivers(),
                blockers(figures, outcome, changed),
                mitigations(figures, outcome, changed)));
    }

    private static int compared(int iterations) {
        return Math.min(COMPARED, iterations);
    }

    private boolean isPrecise(int[] ends, int done) {
        int inTime =
                (int) Arrays.stream(ends, 0, done).filter(end -> end <= asked).count();
        return settings.stop() == Settings.Stop.WHEN_PRECISE
                && Proportion.of(inTime, done).half() <= PRECISE;
    }

    /// The first iterations, with one thing changed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Changed(Change change, int[] ends) {}

    private List<Changed> changed(int done) {
        var some = new Settings(settings.seed(), compared(done), settings.threads(), Settings.Stop.AT_THE_END);
        var all = new ArrayList<Changed>();
        for (var change : changes) {
            double share = (1.0 + all.size()) / (1 + changes.size());
            var ends = Runs.run(new Runs.Order(layout, change.scenario(), some, asked), (_, _) -> {
                        going = watch.goOn(share, change.title());
                        return going;
                    })
                    .ends();
            if (!going || ends.length < some.iterations()) {
                return all;
            }
            all.add(new Changed(change, ends));
        }
        return all;
    }

    private List<LikelyBlocker> blockers(Figures figures, Runs.Outcome outcome, List<Changed> changed) {
        var blockers = new ArrayList<>(figures.late());
        for (var each : changed) {
            if (each.change.kind() != Change.Kind.MITIGATED) {
                blockers.add(Figures.blocker(each.change, outcome.ends(), each.ends));
            }
        }
        blockers.removeIf(blocker -> blocker.moves().share() == 0);
        blockers.sort(Comparator.comparing((LikelyBlocker blocker) -> blocker.kind() == RiskForecast.Kind.WORK)
                .thenComparing(LikelyBlocker::expected, Comparator.reverseOrder())
                .thenComparing(LikelyBlocker::id));
        return blockers;
    }

    private List<MitigationValue> mitigations(Figures figures, Runs.Outcome outcome, List<Changed> changed) {
        return changed.stream()
                .filter(each -> each.change.kind() == Change.Kind.MITIGATED)
                .map(each -> figures.mitigation(each.change, outcome.ends(), each.ends))
                .sorted(Comparator.comparingDouble((MitigationValue value) ->
                                value.perMoney() == null ? Double.MAX_VALUE : value.perMoney())
                        .reversed()
                        .thenComparing(MitigationValue::risk))
                .toList();
    }

    private int seconds(Instant instant) {
        long seconds = instant.getEpochSecond() - layout.network.start().getEpochSecond();
        return (int) Math.clamp(seconds, -1, Longest.LAST_HORIZON);
    }
}
