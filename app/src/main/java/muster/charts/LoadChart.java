package muster.charts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Size;
import muster.charts.Drawing.Spot;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.report.Show;
import muster.schedule.AgentLoad;

/// The work of each agent, day by day of UTC: the height of a bar is the working time of that day. All rows have one
/// scale.
final class LoadChart {
    private static final double ROW = 56;
    private static final double EDGE = 16;
    private static final double HEAD = 64;
    private static final double FOOT = 36;
    private static final double NAMES = 240;
    private static final double CHART = 900;
    private static final double WIDTH = EDGE + NAMES + CHART + 4 * EDGE;
    private static final double TALLEST = ROW - 14;

    private final Timetable table;
    private final List<AgentLoad> loads;
    private final TimeAxis axis;
    private final Duration most;
    private final Drawing drawing;

    private LoadChart(Timetable table, Look look) {
        this.table = table;
        this.loads = table.loads();
        var from = table.head().start().atOffset(ZoneOffset.UTC).toLocalDate();
        var until = table.head().finish().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        axis = TimeAxis.of(midnight(from), midnight(until), EDGE + NAMES, CHART);
        most = loads.stream()
                .map(load -> load.days().values())
                .flatMap(Collection::stream)
                .reduce(Duration.ofHours(1), (a, b) -> a.compareTo(b) > 0 ? a : b);
        drawing = new Drawing(
                new Size(WIDTH, HEAD + ROW * loads.size() + FOOT),
                "Load of " + table.head().title(),
                "Working time of " + Words.count(loads.size(), "agent") + " by day of UTC, from " + from + " to "
                        + table.head().finish() + "; at most " + Words.time(most) + " a day.",
                look);
    }

    static String draw(Timetable table, Look look) {
        return new LoadChart(table, look).drawn();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private String drawn() {
        double bottom = HEAD + ROW * loads.size();
        drawing.title("Load: " + table.head().title())
                .bands(HEAD, ROW, loads.size())
                .ticks(axis, HEAD, bottom);
        for (int row = 0; row < loads.size(); row++) {
            agent(loads.get(row), HEAD + ROW * (row + 1));
        }
        drawing.text(
                "soft", new Spot(EDGE, bottom + 22), "height of a row: " + Words.time(most) + " a day; days of UTC");
        return drawing.done();
    }

    private void agent(AgentLoad load, double bottom) {
        drawing.text(
                "phase", new Spot(EDGE, bottom - 32), Texts.cut(name(load.agent()), Drawing.TEXT * 1.08, NAMES - EDGE));
        drawing.text(
                "soft",
                new Spot(EDGE, bottom - 14),
                Words.time(load.work()) + " in " + Words.count(load.items(), "item"));
        load.days().entrySet().forEach(day -> day(day, bottom));
    }

    private void day(Map.Entry<LocalDate, Duration> day, double bottom) {
        double from = axis.x(midnight(day.getKey()));
        double to = axis.x(midnight(day.getKey().plusDays(1)));
        double height = Math.max(1, TALLEST * day.getValue().toSeconds() / most.toSeconds());
        drawing.group(day.getKey() + ": " + Words.time(day.getValue()))
                .rectangle("work", new Box(from, bottom - height, Math.max(1, 0.86 * (to - from)), height))
                .end();
    }

    private String name(AgentId id) {
        return table.team().agents().stream()
                .filter(agent -> agent.id().equals(id))
                .map(Agent::name)
                .map(Show::line)
                .findFirst()
                .orElse(id.value());
    }
}
