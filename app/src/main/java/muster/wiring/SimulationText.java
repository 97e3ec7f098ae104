package muster.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.plan.Task;
import muster.risk.Proportion;
import muster.risk.RiskForecast;
import muster.risk.RiskForecast.Driver;
import muster.risk.RiskForecast.LikelyBlocker;
import muster.risk.RiskModel;

/// A simulation for people, one line each.
public final class SimulationText {
    private static final int LISTED = 8;
    private static final int HALF_BAR = 16;
    private static final List<Double> SHOWN = List.of(0.5, 0.8, 0.95);

    private final PlanSimulation.Done done;
    private final Map<String, String> titles = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private SimulationText(PlanSimulation.Done done) {
        this.done = done;
        for (Task task : done.plan().tasks()) {
            titles.put(task.id().value(), task.title());
        }
        done.plan().risks().forEach(risk -> titles.put(risk.id().value(), risk.title()));
    }

    /// All lines: when, whether in time, why not, what it depends on, what was assumed.
    public static List<String> of(PlanSimulation.Done done) {
        var text = new SimulationText(done);
        text.extent();
        text.finish();
        text.start();
        text.blockers(
                "Likely blockers of the finish",
                done.finish().blockers().stream()
                        .filter(blocker -> blocker.kind() != RiskForecast.Kind.WORK)
                        .toList());
        text.tornado();
        text.critical();
        text.mitigations();
        text.section(
                "Assumed:",
                done.model().assumptions().stream()
                        .filter(each -> !each.endsWith(RiskModel.TOO_SURE))
                        .toList());
        return List.copyOf(text.lines);
    }

    private void extent() {
        var extent = done.finish().extent();
        var ending = switch (extent.ending()) {
            case COMPLETE -> "";
            case PRECISE -> ", which is precise enough";
            case INTERRUPTED -> ": PARTIAL, it was ended before all was done";
        };
        lines.add(number(extent.done()) + " iterations of "
                + done.plan().header().title() + ", seed " + extent.seed() + ending);
        done.model().assumptions().stream()
                .filter(each -> each.endsWith(RiskModel.TOO_SURE))
                .forEach(each -> lines.add("Mind: " + each));
    }

    private void finish() {
        var forecast = done.finish();
        lines.add("Finish: scheduled for " + minute(done.schedule().finish()) + "; by " + minute(forecast.asked())
                + " with probability " + words(forecast.inTime()));
        for (var each : forecast.finish().quantiles()) {
            if (SHOWN.contains(each.share())) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  P%.0f %s  (95 %%: %s to %s)",
                        each.share() * 100,
                        minute(each.value()),
                        minute(each.low()),
                        minute(each.high())));
            }
        }
        lines.add("  mean " + minute(forecast.finish().mean()) + ", standard deviation "
                + time(forecast.finish().deviation()));
        var band = done.band();
        if (band != null) {
            lines.add("  P80 is between " + minute(band.least()) + " and " + minute(band.most())
                    + " at the ends of what is assumed of risks");
        }
        var cost = forecast.cost();
        if (cost.mean() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Cost: P50 %.2f, P80 %.2f, mean %.2f %s",
                    cost.quantiles().get(3).value(),
                    cost.quantiles().get(4).value(),
                    cost.mean(),
                    done.model().currency()));
        }
    }

    private void start() {
        var start = done.start();
        if (start != null) {
            lines.add("Start of " + start.phase() + " at " + minute(start.asked())
                    + " with zero delay, if all that is expected is there: "
                    + words(start.readiness().inTime()));
            blockers("Likely blockers of that start", start.readiness().blockers());
        }
    }

    private void blockers(String heading, List<LikelyBlocker> blockers) {
        section(
                heading + " (probability that it moves it, by how much then):",
                blockers.stream()
                        .limit(LISTED)
                        .map(each -> percent(each.moves().share()) + "  +" + time(each.delay()) + "  "
                                + each.kind().name().toLowerCase(Locale.ROOT) + " " + named(each.id(), each.title()))
                        .toList());
    }

    private void tornado() {
        var drivers = done.finish().drivers().stream().limit(LISTED).toList();
        var mean = done.finish().finish().mean();
        long widest = drivers.stream()
                .mapToLong(each -> Math.max(seconds(each.well(), mean), seconds(mean, each.badly())))
                .max()
                .orElse(0);
        section(
                "What the finish depends on (mean finish against " + minute(mean) + " if it goes well, and badly):",
                drivers.stream().map(each -> bar(each, mean, widest)).toList());
    }

    private String bar(Driver driver, Instant mean, long widest) {
        long well = Math.max(0, seconds(driver.well(), mean));
        long badly = Math.max(0, seconds(mean, driver.badly()));
        int left = (int) (HALF_BAR * well / Math.max(1, widest));
        int right = (int) (HALF_BAR * badly / Math.max(1, widest));
        return " ".repeat(HALF_BAR - left) + "#".repeat(left) + "|" + "#".repeat(right) + " ".repeat(HALF_BAR - right)
                + "  -" + time(Duration.ofSeconds(well)) + " +" + time(Duration.ofSeconds(badly)) + "  "
                + named(driver.id(), driver.id());
    }

    private void critical() {
        section(
                "Critical most often (share of iterations, correlation with the finish):",
                done.finish().activities().stream()
                        .filter(each -> each.critical().share() > 0)
                        .filter(each -> titles.containsKey(each.activity().value()))
                        .limit(LISTED)
                        .map(each -> percent(each.critical().share())
                                + String.format(Locale.ROOT, "  %5.2f  ", each.cruciality())
                                + named(each.activity().value(), each.activity().value()))
                        .toList());
    }

    private void mitigations() {
        section(
                "What mitigations are worth (earlier P80, its price):",
                done.finish().mitigations().stream()
                        .map(each -> time(each.gain()) + " for "
                                + String.format(Locale.ROOT, "%.2f ", each.cost())
                                + done.model().currency() + "  "
                                + named(each.risk().value(), each.title()))
                        .toList());
    }

    private void section(String heading, List<String> more) {
        if (!more.isEmpty()) {
            lines.add(heading);
            more.forEach(line -> lines.add("  " + line));
        }
    }

    private String named(String id, String title) {
        var known = titles.getOrDefault(id, title);
        return known.equals(id) ? id : id + ": " + known;
    }

    private static long seconds(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds();
    }

    private static String words(Proportion proportion) {
        return percent(proportion.share()).strip() + " (95 %: "
                + percent(proportion.low()).strip() + " to "
                + percent(proportion.high()).strip() + ")";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%5.1f %%", share * 100);
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z");
    }

    private static String time(Duration time) {
        var whole = time.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
        var days = whole.toDays() > 0 ? whole.toDays() + " d " : "";
        return days + whole.toHoursPart() + " h " + String.format(Locale.ROOT, "%02d min", whole.toMinutesPart());
    }
}
