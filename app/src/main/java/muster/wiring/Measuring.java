package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import muster.coordination.CoordinationRules;
import muster.coordination.GateCommand;
import muster.engines.Rounds;
import muster.engines.RunTeam;
import muster.gauging.GaugeReader;
import muster.gauging.Gauged;
import muster.monitor.GateMetrics;
import muster.monitor.Gauge;
import muster.plan.Parsed;
import muster.run.RunId;
import muster.storage.JournalUnavailable;
import muster.yaml.MetricsReader;

/// Metrics of an operator's file, measured while a gate of some run waits for them. For one thread.
public final class Measuring implements Sideline {
    /// Longest time between two rounds: gates open meanwhile.
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final OpenPlace open;
    private final Function<RunId, RunTeam> told;
    private final SortedMap<String, Gauge> gauges;
    private final GaugeReader reader;
    private final Map<RunId, OpenTeam> teams = new HashMap<>();
    private final Map<String, Instant> next = new HashMap<>();

    private Measuring(
            OpenPlace open, Function<RunId, RunTeam> told, SortedMap<String, Gauge> gauges, GaugeReader reader) {
        this.open = open;
        this.told = told;
        this.gauges = gauges;
        this.reader = reader;
    }

    /// Opens the file, or tells all that is wrong with it.
    ///
    /// @param told the team of a run, told in the way that all is told that this process says
    /// @param environment holds the tokens that the file names
    public static Parsed<Measuring> open(
            OpenPlace open, Function<RunId, RunTeam> told, Path file, Map<String, String> environment) {
        return switch (MetricsReader.read(file)) {
            case Parsed.Failed<SortedMap<String, Gauge>>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<SortedMap<String, Gauge>>(var gauges) -> {
                var reader = GaugeReader.of(open.place().root(), environment);
                yield new Parsed.Ok<>(new Measuring(open, told, gauges, reader));
            }
        };
    }

    /// Measures what is due and wanted, and tells the runs that want it what is news to them.
    ///
    /// @param says a line for each measurement
    /// @return when to do so again
    public Instant round(Consumer<String> says) throws IOException, InterruptedException {
        var known = new TreeMap<String, Gauged>();
        var now = open.clock().instant();
        for (var run : open.journal().runs()) {
            var team = team(run);
            for (var gauge : due(team, now)) {
                tell(team, gauge.getKey(), seen(known, gauge));
            }
        }
        known.forEach((name, seen) -> says.accept(words(name, seen)));
        gauges.forEach((name, gauge) -> {
            if (known.containsKey(name)) {
                next.put(name, now.plus(gauge.every()));
            }
        });
        return soonest(now);
    }

    /// Measures again and again until that is closed. What cannot be done now is done in a later round.
    @Override
    public Underway begin() {
        return Rounds.begin("metrics", Rounds.End.AT_ONCE, this::rest)::close;
    }

    private Duration rest() throws InterruptedException {
        try {
            var left = Duration.between(open.clock().instant(), round(_ -> {}));
            return left.compareTo(LOOK) < 0 ? left : LOOK;
        } catch (IOException | JournalUnavailable e) {
            return LOOK;
        }
    }

    private OpenTeam team(RunId run) throws IOException {
        var known = teams.get(run);
        if (known == null) {
            var opened = OpenTeam.on(open.place(), told.apply(run));
            teams.put(run, opened);
            return opened;
        }
        known.attend();
        return known;
    }

    private List<Map.Entry<String, Gauge>> due(OpenTeam team, Instant now) {
        return gauges.entrySet().stream()
                .filter(each -> !now.isBefore(next.getOrDefault(each.getKey(), now)))
                .filter(each -> GateMetrics.isWanted(team.team().state(), each.getKey()))
                .toList();
    }

    /// Measured once a round, however many runs want it.
    private Gauged seen(Map<String, Gauged> known, Map.Entry<String, Gauge> gauge) throws InterruptedException {
        var before = known.get(gauge.getKey());
        if (before != null) {
            return before;
        }
        var seen = reader.read(gauge.getValue().source());
        known.put(gauge.getKey(), seen);
        return seen;
    }

    private void tell(OpenTeam team, String name, Gauged seen) {
        var state = team.team().state();
        if (seen instanceof Gauged.Value(var value)
                && GateMetrics.isNews(state, name, value, open.clock().instant())) {
            team.tell(
                    new GateCommand.Measure(name, value, CoordinationRules.SYSTEM),
                    "measure/" + Integer.toHexString(name.hashCode()) + "/"
                            + state.run().version());
        }
    }

    private Instant soonest(Instant now) {
        return gauges.entrySet().stream()
                .map(each -> next.getOrDefault(
                        each.getKey(), now.plus(each.getValue().every())))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static String words(String name, Gauged seen) {
        return switch (seen) {
            case Gauged.Value(var value) -> name + " is " + value.toPlainString();
            case Gauged.Unknown(var why) -> name + " is not known: " + why;
        };
    }

    @Override
    public void close() {
        reader.close();
    }
}
