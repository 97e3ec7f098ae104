package muster.charts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Size;
import muster.charts.Drawing.Spot;
import muster.report.Show;
import muster.risk.RiskForecast;

/// A forecast in two drawings: how probable it is to be finished by when, and what the finish depends on.
public final class ForecastCharts {
    private static final double EDGE = 16;
    private static final double HEAD = 64;
    private static final double WIDTH = 1000;
    private static final double CURVE = 320;
    private static final double LEFT = 72;
    private static final double ROW = 26;
    private static final double NAMES = 300;
    private static final int MOST_DRIVERS = 25;
    private static final List<Double> MARKED = List.of(0.5, 0.8, 0.95);

    private final String title;
    private final RiskForecast forecast;
    private final Look look;

    /// @param title of the plan
    public ForecastCharts(String title, RiskForecast forecast, Look look) {
        this.title = Show.line(title);
        this.forecast = forecast;
        this.look = look;
    }

    /// The S-curve: the share of iterations that are finished by an instant of UTC, with P50, P80, P95 and
    /// the instant asked for.
    public String curve() {
        var points = forecast.finish().curve();
        var at = forecast.finish().at(0.95).value();
        var first = points.isEmpty() ? forecast.asked() : points.getFirst().at();
        var last = latest(points.isEmpty() ? at : points.getLast().at(), at);
        var axis = TimeAxis.of(
                earliest(first, forecast.asked()), latest(last, forecast.asked()), LEFT, WIDTH - LEFT - 4 * EDGE);
        var drawing = new Drawing(
                new Size(WIDTH, HEAD + CURVE + 120),
                "Finish of " + title,
                "Probability of being finished by an instant. " + quantiles() + "; " + asked() + ".",
                look);
        drawing.title("Finish: " + title);
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            drawing.line("grid", new Spot(LEFT, y(tenth / 10.0)), new Spot(WIDTH - 4 * EDGE, y(tenth / 10.0)));
            drawing.text("soft end", new Spot(LEFT - 8, y(tenth / 10.0) + 4), tenth * 10 + " %");
        }
        for (var tick : axis.ticks()) {
            drawing.line("grid", new Spot(tick.x(), HEAD), new Spot(tick.x(), HEAD + CURVE + 4));
            drawing.text("soft", new Spot(tick.x() + 3, HEAD + CURVE + 18), tick.label());
        }
        drawing.path(
                "path",
                points.stream()
                        .map(point -> Drawing.at(axis.x(point.at()), y(point.share())))
                        .collect(Collectors.joining(" L", "M", "")));
        marks(drawing, axis);
        return drawing.done();
    }

    private void marks(Drawing drawing, TimeAxis axis) {
        for (double share : MARKED) {
            var quantile = forecast.finish().at(share);
            drawing.group(name(share) + " " + quantile.value() + ", 95 % interval " + quantile.low() + " to "
                            + quantile.high())
                    .diamond("mark", new Spot(axis.x(quantile.value()), y(share)), 6)
                    .end();
        }
        drawing.line(
                "asked", new Spot(axis.x(forecast.asked()), HEAD), new Spot(axis.x(forecast.asked()), HEAD + CURVE));
        drawing.text("soft", new Spot(LEFT, HEAD + CURVE + 52), quantiles() + " (diamonds)");
        drawing.text("soft", new Spot(LEFT, HEAD + CURVE + 72), asked() + " (dashed line); times in UTC");
    }

    private String quantiles() {
        return MARKED.stream()
                .map(share -> name(share) + " " + forecast.finish().at(share).value())
                .collect(Collectors.joining(", "));
    }

    private String asked() {
        return percent(forecast.inTime().share()) + " by " + forecast.asked();
    }

    private static String name(double share) {
        return "P" + Math.round(100 * share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static double y(double share) {
        return HEAD + CURVE * (1 - share);
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /// The tornado: the mean finish if a driver goes well and if it goes badly, the widest first.
    ///
    /// @param titles of tasks, gates and risks by their ids
    public String tornado(Map<String, String> titles) {
        var drivers = forecast.drivers().stream().limit(MOST_DRIVERS).toList();
        var mean = forecast.finish().mean();
        var from = drivers.stream().map(RiskForecast.Driver::well).reduce(mean, ForecastCharts::earliest);
        var until = drivers.stream().map(RiskForecast.Driver::badly).reduce(mean, ForecastCharts::latest);
        double left = EDGE + NAMES;
        var axis = TimeAxis.of(from, until, left, WIDTH - left - 8 * EDGE);
        double bottom = HEAD + ROW * drivers.size();
        var drawing = new Drawing(
                new Size(WIDTH, bottom + 44),
                "What the finish of " + title + " depends on",
                "The mean finish is " + mean
                        + "; each bar reaches from the mean finish if all goes well to that if it goes" + " badly, for "
                        + Words.count(drivers.size(), "driver") + ".",
                look);
        drawing.title("Drivers: " + title).ticks(axis, HEAD, bottom);
        for (int row = 0; row < drivers.size(); row++) {
            var driver = drivers.get(row);
            driver(drawing, axis, driver, new Named(titles.getOrDefault(driver.id(), driver.id()), HEAD + ROW * row));
        }
        drawing.line("asked", new Spot(axis.x(mean), HEAD - 6), new Spot(axis.x(mean), bottom));
        drawing.text(
                "soft",
                new Spot(EDGE, bottom + 24),
                "dashed line: mean finish " + mean + "; at the right: width; times in UTC");
        return drawing.done();
    }

    /// What stands at the left of a row.
    private record Named(String title, double top) {}

    private static void driver(Drawing drawing, TimeAxis axis, RiskForecast.Driver driver, Named named) {
        double top = named.top();
        double from = axis.x(driver.well());
        double to = Math.max(from + 2, axis.x(driver.badly()));
        drawing.group(Show.line(named.title()) + " (" + Words.of(driver.kind()) + "): " + driver.well() + " to "
                + driver.badly());
        drawing.text("name", new Spot(EDGE, top + 17), Texts.cut(Show.line(named.title()), Drawing.TEXT, NAMES - EDGE));
        drawing.rectangle(
                driver.kind() == RiskForecast.Kind.WORK ? "work" : "gate", new Box(from, top + 6, to - from, ROW - 12));
        drawing.text("soft", new Spot(to + 6, top + 17), Words.time(driver.width()));
        drawing.end();
    }
}
